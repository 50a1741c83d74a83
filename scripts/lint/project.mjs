import explainedAssertion from './explained-assertion.mjs';
import hydratorsOnly from './hydrators-only.mjs';
import noOwnLimit from './no-own-limit.mjs';
import pathByTag from './path-by-tag.mjs';

/** The project's own rules, as a plugin of oxlint. */
export default {
  meta: { name: 'project' },
  rules: {
    'explained-assertion': explainedAssertion,
    'hydrators-only': hydratorsOnly,
    'no-own-limit': noOwnLimit,
    'path-by-tag': pathByTag,
  },
};

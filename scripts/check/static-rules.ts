import { join } from 'node:path';

import { readJsonObject, ROOT } from '../lib/project.ts';
import type { Integration } from './integration.ts';
import type { Rule } from './rule.ts';
import { connectionRules } from './rules/connection.ts';
import { dropdownRules } from './rules/dropdowns.ts';
import { hookRules } from './rules/hooks.ts';
import { inputRules } from './rules/inputs.ts';
import { linkRules } from './rules/links.ts';
import { nameRules } from './rules/names.ts';
import { latestCore, platformRules } from './rules/platform.ts';
import { sampleRules } from './rules/samples.ts';

/** The rules that need nothing but the definition. */
export function staticRules(): Rule<Integration>[] {
  return [
    ...nameRules,
    ...connectionRules,
    ...inputRules,
    ...dropdownRules,
    ...linkRules,
    ...sampleRules,
    ...hookRules,
    ...platformRules,
    latestCore(installedCli()),
  ];
}

function installedCli(): string {
  const path = join(ROOT, 'node_modules', 'zapier-platform-cli', 'package.json');
  return String(readJsonObject(path)['version']);
}

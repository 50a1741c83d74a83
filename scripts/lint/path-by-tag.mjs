/**
 * Lint rule: a path with a value in it is made by the tag `path` of lib/http/path.ts, which keeps
 * each value in its own segment. In a plain template or sum of texts a value such as ".." would
 * lead to another path.
 */
export default {
  meta: {
    type: 'problem',
    schema: [],
    messages: { untagged: 'Make this path with the tag `path` of lib/http/path.ts.' },
  },
  create(context) {
    const report = (node) => {
      context.report({ node, messageId: 'untagged' });
    };
    const isText = (node, pattern) =>
      node.type === 'Literal' && typeof node.value === 'string' && pattern.test(node.value);

    return {
      TemplateLiteral(node) {
        if (node.parent.type === 'TaggedTemplateExpression') return;
        const [first, ...rest] = node.quasis.map(({ value }) => value.raw);
        if (rest.length > 0 && (first.startsWith('/') || rest.some((text) => /^\/\w/.test(text)))) {
          report(node);
        }
      },
      BinaryExpression(node) {
        const { operator, left, right } = node;
        if (operator === '+' && (isText(left, /^\/.*\/$/) || isText(right, /^\//))) report(node);
      },
      CallExpression(node) {
        if (node.callee.type === 'Identifier' && node.callee.name === 'encodeURIComponent') {
          report(node);
        }
      },
    };
  },
};

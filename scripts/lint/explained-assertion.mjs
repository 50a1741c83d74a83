/**
 * Lint rule: a type assertion overrules the compiler, so a comment on the line above it (or above
 * its statement) must say why it is true. `as const` overrules nothing.
 */
export default {
  meta: {
    type: 'suggestion',
    schema: [],
    messages: { unexplained: 'Say in a comment above why this type assertion is true.' },
  },
  create(context) {
    const { sourceCode } = context;
    const commentedLines = new Set(
      sourceCode.getAllComments().map((comment) => comment.loc.end.line),
    );
    const isConst = ({ typeAnnotation }) =>
      typeAnnotation.type === 'TSTypeReference' && typeAnnotation.typeName.name === 'const';

    function check(node) {
      if (isConst(node)) return;
      for (let part = node; part; part = part.parent) {
        const { line } = part.loc.start;
        if (commentedLines.has(line) || commentedLines.has(line - 1)) return;
        if (/Statement$|Declaration$|^PropertyDefinition$/.test(part.type)) break;
      }
      context.report({ node, messageId: 'unexplained' });
    }

    return { TSAsExpression: check, TSTypeAssertion: check };
  },
};

/** Lint rule: a test or hook has no limit of its own, which a busy machine would break. */
export default {
  meta: {
    type: 'problem',
    schema: [],
    messages: { own: 'jest.config.mjs has the limit of all tests.' },
  },
  create(context) {
    const report = (node) => {
      context.report({ node, messageId: 'own' });
    };
    return {
      'CallExpression[callee.name=/^(test|it)$/][arguments.length>2]': report,
      'CallExpression[callee.name=/^(before|after)(All|Each)$/][arguments.length>1]': report,
      'CallExpression[callee.callee.property.name="each"][arguments.length>2]': report,
    };
  },
};

/**
 * Lint rule: `z.dehydrate` and `z.dehydrateFile` take a function imported from a hydrators.ts. For
 * an event, core is shown the hydrators and one operation (lib/handler.ts), and fails where it does
 * not find the function in what it is shown.
 */
const METHODS = ['dehydrate', 'dehydrateFile'];

const HYDRATORS = /(^|\/)hydrators\.ts$/;

export default {
  meta: {
    type: 'problem',
    schema: [],
    messages: {
      other: 'z.{{method}} takes a function imported from a hydrators.ts, and no other.',
      indirect: 'Call z.{{method}} directly, so that its function can be checked.',
    },
  },
  create({ sourceCode, report }) {
    function importOf({ type, name }, scope) {
      if (type !== 'Identifier') return undefined;
      for (let place = scope; place; place = place.upper) {
        const [definition] = place.set.get(name)?.defs ?? [];
        if (definition) return definition;
      }
      return undefined;
    }

    function isHydrator(node) {
      if (!node) return false;
      const isMember = node.type === 'MemberExpression';
      const found = importOf(isMember ? node.object : node, sourceCode.getScope(node));
      const kind = isMember ? 'ImportNamespaceSpecifier' : 'ImportSpecifier';
      return found?.node.type === kind && HYDRATORS.test(found.parent.source.value);
    }

    return {
      MemberExpression(node) {
        const method = node.computed ? node.property.value : node.property.name;
        if (!METHODS.includes(method)) return;
        const { parent } = node;
        if (parent.type !== 'CallExpression' || parent.callee !== node) {
          report({ node, messageId: 'indirect', data: { method } });
        } else if (!isHydrator(parent.arguments[0])) {
          report({ node: parent, messageId: 'other', data: { method } });
        }
      },
      'ObjectPattern > Property'({ key }) {
        if (!METHODS.includes(key.name)) return;
        report({ node: key, messageId: 'indirect', data: { method: key.name } });
      },
    };
  },
};

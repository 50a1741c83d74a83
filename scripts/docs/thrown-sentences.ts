import { globSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

import ts from 'typescript';

import { ROOT } from '../lib/project.ts';

/** Stands in a sentence for what only a run of a Zap decides: a value, a label, HighLevel's reason. */
export const HOLE = '…';

/** The first sentence of an error, and where it is thrown. */
export interface ThrownSentence {
  sentence: string;
  /** The source that throws it, from the project's root. */
  file: string;
}

const SOURCES = [
  '{lib,resources,creates,searches,triggers}/**/*.ts',
  '{authentication,middleware,hydrators}.ts',
];

/**
 * The first sentences of the errors that steps, triggers and connections can show to a person, with
 * `…` for what differs from run to run. They are read from the sources: a message that is put
 * together from constants, conditions and functions is put together here in the same way.
 */
export function thrownSentences(): ThrownSentence[] {
  const files = SOURCES.flatMap((pattern) => globSync(pattern, { cwd: ROOT })).sort();
  const project = new Project(files);
  const found = files.flatMap((file) =>
    project.messagesIn(file).map((message) => ({ sentence: firstSentence(message), file })),
  );
  const unique = new Map(found.map((one) => [one.sentence, one]));
  return [...unique.values()];
}

/** A message up to the end of its first sentence, or of the reason that it quotes. */
function firstSentence(message: string): string {
  return message.split(/(?<=[^.]\.|: …) (?![a-z(])/)[0] ?? message;
}

/** What an expression can be: texts, an object by its keys, or a list. */
type Value = Texts | Fields | Entries;
interface Texts {
  texts: string[];
}
interface Fields {
  fields: Map<string, Value>;
}
interface Entries {
  entries: Value[];
}
type Bindings = ReadonlyMap<string, Value>;

interface Scope {
  file: string;
  bindings: Bindings;
  /** The functions that are being read: one that calls itself is not read again. */
  callers: readonly ts.Node[];
}

type Callable = ts.FunctionDeclaration | ts.ClassDeclaration;
type Call = ts.CallExpression | ts.NewExpression;

const UNKNOWN: Texts = { texts: [HOLE] };

/** The sources, with the names that they declare and import. */
class Project {
  readonly #sources: ReadonlyMap<string, ts.SourceFile>;

  constructor(files: readonly string[]) {
    this.#sources = new Map(files.map((file) => [file, parsed(file)]));
  }

  /** The messages of the errors that a file makes, but for those that another one completes. */
  messagesIn(file: string): string[] {
    const source = this.#sources.get(file);
    if (!source) return [];
    return this.#messagesOf(source, { file, bindings: new Map(), callers: [] });
  }

  #messagesOf(node: ts.Node, scope: Scope): string[] {
    if (ts.isFunctionDeclaration(node) && isErrorMaker(node) && !scope.callers.includes(node)) {
      return [];
    }
    const own = isCall(node) ? this.#messagesOfCall(node, scope) : undefined;
    if (own) return own;
    const found: string[] = [];
    ts.forEachChild(node, (child) => {
      found.push(...this.#messagesOf(child, scope));
    });
    return found;
  }

  /** The messages of a call that makes an error; undefined for another. */
  #messagesOfCall(call: Call, scope: Scope): string[] | undefined {
    const made = call.expression.getText();
    const [message] = call.arguments ?? [];
    if (ts.isNewExpression(call) && /^errors\.\w*Error$/.test(made)) {
      return message ? textsOf(this.#valueOf(message, scope)) : [];
    }
    const target = this.#callableNamed(made, scope.file);
    if (!target || scope.callers.includes(target.node) || !isErrorMaker(target.node)) {
      return undefined;
    }
    const bindings = this.#bindingsOf(target.node, call.arguments ?? [], scope);
    const inner = { file: target.file, bindings, callers: [...scope.callers, target.node] };
    if (ts.isFunctionDeclaration(target.node)) return this.#messagesOf(target.node, inner);
    return textsOf(this.#valueOf(superArgument(target.node), inner));
  }

  #bindingsOf(target: Callable, given: readonly ts.Expression[], scope: Scope): Bindings {
    const bindings = new Map<string, Value>();
    parametersOf(target).forEach((parameter, index) => {
      const argument = given[index] ?? parameter.initializer;
      const value: Value = parameter.dotDotDotToken
        ? { entries: given.slice(index).map((one) => this.#valueOf(one, scope)) }
        : argument
          ? this.#valueOf(argument, scope)
          : UNKNOWN;
      if (ts.isIdentifier(parameter.name)) bindings.set(parameter.name.text, value);
      else if (ts.isObjectBindingPattern(parameter.name)) {
        for (const { name, propertyName } of parameter.name.elements) {
          const key = (propertyName ?? name).getText();
          bindings.set(name.getText(), ('fields' in value && value.fields.get(key)) || UNKNOWN);
        }
      }
    });
    return bindings;
  }

  /** @param isPart whether it is a part of a sentence: there a call stands for what it returns */
  #valueOf(expression: ts.Expression | undefined, scope: Scope, isPart = false): Value {
    if (expression === undefined) return UNKNOWN;
    if (ts.isStringLiteralLike(expression) || ts.isNumericLiteral(expression)) {
      return { texts: [expression.text] };
    }
    if (ts.isParenthesizedExpression(expression)) {
      return this.#valueOf(expression.expression, scope, isPart);
    }
    if (ts.isTemplateExpression(expression)) return this.#templateOf(expression, scope);
    if (ts.isBinaryExpression(expression)) return this.#binaryOf(expression, scope, isPart);
    if (ts.isConditionalExpression(expression)) {
      const { whenTrue, whenFalse } = expression;
      return either([whenTrue, whenFalse].map((one) => this.#valueOf(one, scope, isPart)));
    }
    if (ts.isArrayLiteralExpression(expression)) {
      return { entries: expression.elements.map((one) => this.#valueOf(one, scope, true)) };
    }
    if (ts.isObjectLiteralExpression(expression)) return this.#objectOf(expression, scope);
    if (ts.isIdentifier(expression)) return this.#named(expression, scope, isPart);
    if (ts.isPropertyAccessExpression(expression)) {
      const owner = this.#valueOf(expression.expression, scope, true);
      return ('fields' in owner && owner.fields.get(expression.name.text)) || UNKNOWN;
    }
    return ts.isCallExpression(expression) && !isPart ? this.#returnOf(expression, scope) : UNKNOWN;
  }

  #templateOf({ head, templateSpans }: ts.TemplateExpression, scope: Scope): Texts {
    let texts = [head.text];
    for (const { expression, literal } of templateSpans) {
      const parts = partTexts(this.#valueOf(expression, scope, true));
      texts = texts.flatMap((before) => parts.map((part) => before + part + literal.text));
    }
    return { texts };
  }

  #binaryOf(expression: ts.BinaryExpression, scope: Scope, isPart: boolean): Value {
    const { left, right, operatorToken } = expression;
    const [before, after] = [left, right].map((one) => this.#valueOf(one, scope, isPart));
    if (!before || !after) return UNKNOWN;
    if (operatorToken.kind === ts.SyntaxKind.QuestionQuestionToken) return either([before, after]);
    if (operatorToken.kind !== ts.SyntaxKind.PlusToken) return UNKNOWN;
    const ends = partTexts(after);
    const sums = partTexts(before).flatMap((start) => ends.map((end) => start + end));
    return { texts: sums.map((sum) => sum.replace(HOLE + HOLE, HOLE)) };
  }

  #objectOf({ properties }: ts.ObjectLiteralExpression, scope: Scope): Fields {
    const fields = new Map<string, Value>();
    for (const property of properties) {
      const key = property.name?.getText();
      if (key === undefined) continue;
      if (ts.isPropertyAssignment(property)) {
        fields.set(key, this.#valueOf(property.initializer, scope));
      } else if (ts.isShorthandPropertyAssignment(property)) {
        fields.set(key, this.#named(property.name, scope));
      }
    }
    return { fields };
  }

  /** What a name stands for: an argument, or a constant of the function, the file or another file. */
  #named(identifier: ts.Identifier, scope: Scope, isPart = true): Value {
    const bound = scope.bindings.get(identifier.text);
    if (bound) return bound;
    for (const node of surroundingsOf(identifier)) {
      if (isFunction(node) && hasParameter(node, identifier.text)) return UNKNOWN;
      const found = constantIn(node, identifier.text);
      if (found) return this.#valueOf(found, scope, isPart);
    }
    const imported = this.#importOf(identifier.text, scope.file);
    const source = imported && this.#sources.get(imported.file);
    const found = source && constantIn(source, imported.name);
    return found ? this.#valueOf(found, { ...scope, file: imported.file }, isPart) : UNKNOWN;
  }

  /** What a call returns that is a whole message: of a list of sentences, the first. */
  #returnOf(call: ts.CallExpression, scope: Scope): Value {
    const { expression } = call;
    if (ts.isPropertyAccessExpression(expression)) {
      const owner = this.#valueOf(expression.expression, scope);
      if (expression.name.text === 'filter') return owner;
      const [first] = 'entries' in owner ? owner.entries : [];
      return (expression.name.text === 'join' && first) || UNKNOWN;
    }
    const target = this.#callableNamed(expression.getText(), scope.file);
    if (!target || !ts.isFunctionDeclaration(target.node)) return UNKNOWN;
    if (scope.callers.includes(target.node)) return UNKNOWN;
    const bindings = this.#bindingsOf(target.node, call.arguments, scope);
    const inner = { file: target.file, bindings, callers: [...scope.callers, target.node] };
    return either(returnsOf(target.node).map((one) => this.#valueOf(one, inner)));
  }

  #callableNamed(name: string, file: string): { node: Callable; file: string } | undefined {
    const own = this.#sources
      .get(file)
      ?.statements.find(
        (node): node is Callable =>
          (ts.isFunctionDeclaration(node) || ts.isClassDeclaration(node)) &&
          node.name?.text === name,
      );
    if (own) return { node: own, file };
    const imported = this.#importOf(name, file);
    return imported && this.#callableNamed(imported.name, imported.file);
  }

  /** Where a name of a file comes from, for an import or an export from another file. */
  #importOf(name: string, file: string): { name: string; file: string } | undefined {
    for (const node of this.#sources.get(file)?.statements ?? []) {
      const isImport = ts.isImportDeclaration(node);
      if (!isImport && !ts.isExportDeclaration(node)) continue;
      const { moduleSpecifier: from } = node;
      const names = isImport ? node.importClause?.namedBindings : node.exportClause;
      if (!from || !ts.isStringLiteral(from) || !from.text.startsWith('.')) continue;
      if (!names || !(ts.isNamedImports(names) || ts.isNamedExports(names))) continue;
      const elements: readonly (ts.ImportSpecifier | ts.ExportSpecifier)[] = names.elements;
      const found = elements.find((one) => one.name.text === name);
      if (!found) continue;
      return {
        name: (found.propertyName ?? found.name).text,
        file: join(dirname(file), from.text),
      };
    }
    return undefined;
  }
}

function parsed(file: string): ts.SourceFile {
  const text = readFileSync(join(ROOT, file), 'utf8');
  return ts.createSourceFile(file, text, ts.ScriptTarget.Latest, true);
}

function isCall(node: ts.Node): node is Call {
  return ts.isCallExpression(node) || ts.isNewExpression(node);
}

/** A function that says that it returns an error, or a class of errors for people. */
function isErrorMaker(node: Callable): boolean {
  if (ts.isFunctionDeclaration(node)) return /\bError\b/.test(node.type?.getText() ?? '');
  return /\berrors\.\w*Error\b/.test(
    node.heritageClauses?.map((one) => one.getText()).join() ?? '',
  );
}

function isFunction(node: ts.Node): node is ts.FunctionLikeDeclaration {
  return ts.isFunctionLike(node) && 'body' in node;
}

/** The nodes that a node stands in, from the inside out. */
function* surroundingsOf({ parent }: ts.Node): Generator<ts.Node> {
  yield parent;
  if (!ts.isSourceFile(parent)) yield* surroundingsOf(parent);
}

function hasParameter({ parameters }: ts.FunctionLikeDeclaration, name: string): boolean {
  return parameters.some((one) => ts.isIdentifier(one.name) && one.name.text === name);
}

function parametersOf(node: Callable): readonly ts.ParameterDeclaration[] {
  if (ts.isFunctionDeclaration(node)) return node.parameters;
  return node.members.find(ts.isConstructorDeclaration)?.parameters ?? [];
}

/** The message that a class of errors hands on. */
function superArgument(node: ts.ClassDeclaration): ts.Expression | undefined {
  const statements = node.members.find(ts.isConstructorDeclaration)?.body?.statements ?? [];
  for (const statement of statements) {
    if (!ts.isExpressionStatement(statement)) continue;
    const { expression } = statement;
    const isSuper =
      ts.isCallExpression(expression) && expression.expression.kind === ts.SyntaxKind.SuperKeyword;
    if (isSuper) return expression.arguments[0];
  }
  return undefined;
}

/** The value of a constant that a block or a file declares itself. */
function constantIn(node: ts.Node, name: string): ts.Expression | undefined {
  if (!ts.isBlock(node) && !ts.isSourceFile(node)) return undefined;
  for (const statement of node.statements) {
    if (!ts.isVariableStatement(statement)) continue;
    const found = statement.declarationList.declarations.find(
      (one) => ts.isIdentifier(one.name) && one.name.text === name,
    );
    if (found) return found.initializer;
  }
  return undefined;
}

function returnsOf(node: ts.Node): ts.Expression[] {
  const found: ts.Expression[] = [];
  ts.forEachChild(node, (child) => {
    if (ts.isReturnStatement(child) && child.expression) found.push(child.expression);
    else if (!ts.isFunctionLike(child)) found.push(...returnsOf(child));
  });
  return found;
}

function either(values: readonly Value[]): Texts {
  return { texts: [...new Set(values.flatMap(textsOf))] };
}

/** A list of sentences is a message that begins with the first. */
function textsOf(value: Value): string[] {
  if ('texts' in value) return value.texts;
  const [first] = 'entries' in value ? value.entries : [];
  return first ? textsOf(first) : [HOLE];
}

/** The texts that a part of a sentence can be: none of them, where a run of the Zap may decide. */
function partTexts(value: Value): string[] {
  const texts = textsOf(value);
  return texts.includes(HOLE) ? [HOLE] : texts;
}

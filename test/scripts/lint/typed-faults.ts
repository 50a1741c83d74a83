/** A fault for every rule that needs types, by the name of the rule. The global types are Node's. */
export const TYPED_FAULTS: Readonly<Record<string, string>> = {
  'await-thenable': 'export async function f() { await Promise.resolve(); await 1; }',
  'no-array-delete': 'export function f(list: number[]) { delete list[0]; }',
  'no-base-to-string': 'export const text = String({ a: 1 });',
  'no-confusing-void-expression': `
    declare function work(): void;
    export const f = () => { const done = work(); return [done]; };`,
  'no-deprecated': `
    /** @deprecated Use another. */
    function old() { return 1; }
    export const value = old();`,
  'no-duplicate-type-constituents': "export type Name = 'a' | 'b' | 'a';",
  'no-floating-promises': 'export function f(work: Promise<void>) { work; }',
  'no-for-in-array':
    'export function f(list: number[]) { for (const i in list) process.stdout.write(i); }',
  'no-generated-empty-object-type': 'export type Nothing = Omit<{ a: 1 }, "a">;',
  'no-implied-eval': "setTimeout('work()', 1);",
  'no-meaningless-void-operator': `
    declare function work(): void;
    void work();`,
  'no-misused-promises': `
    export function f(list: number[]) {
      list.forEach(async (value) => { await Promise.resolve(value); });
    }`,
  'no-misused-spread': `
    export function f(work: Promise<{ a: number }>) { return { ...work }; }`,
  'no-mixed-enums': "export enum Mixed { A = 1, B = 'b' }",
  'no-redundant-type-constituents': 'export type Anything = string | unknown;',
  'no-unnecessary-boolean-literal-compare':
    'export const f = (isOn: boolean) => (isOn === true ? 1 : 2);',
  'no-unnecessary-condition': 'export const f = (a: { b: number }) => a?.b;',
  'no-unnecessary-template-expression': "export const text = `${'a'} b`;",
  'no-unnecessary-type-arguments': `
    declare function make<T = string>(): T[];
    export const made = make<string>();`,
  'no-unnecessary-type-assertion': 'export const f = (text: string) => text as string;',
  'no-unnecessary-type-conversion': 'export const f = (text: string) => String(text);',
  'no-unnecessary-type-parameters': 'export function f<T>(value: T): void { void [value]; }',
  'no-unsafe-argument': 'export const f = (value: any) => Math.abs(value);',
  'no-unsafe-assignment': 'export function f(value: any) { const kept = value; return [kept]; }',
  'no-unsafe-call': 'export function f(value: any) { value(); }',
  'no-unsafe-enum-assignment': `
    enum Level { Low, High }
    export let level: Level = Level.Low;
    export function f(value: number) { level = value; }`,
  'no-unsafe-enum-comparison': `
    enum Level { Low, High }
    export const f = (level: Level) => level === 1;`,
  'no-unsafe-member-access': 'export function f(value: any) { value.member; }',
  'no-unsafe-return': 'export function f(value: any): string { return value; }',
  'no-unsafe-unary-minus': 'export const f = (text: string) => -text;',
  'no-useless-default-assignment': `
    export const f = (list: number[]) => list.map((value = 1) => value);`,
  'non-nullable-type-assertion-style':
    'export const f = (text: string | undefined) => text as string;',
  'only-throw-error': "export function f() { throw 'text'; }",
  'prefer-find': 'export const f = (list: number[]) => list.filter((value) => value > 1)[0];',
  'prefer-includes': 'export const f = (list: number[]) => list.indexOf(1) !== -1;',
  'prefer-optional-chain': 'export const f = (a: { b?: { c: number } }) => a.b && a.b.c;',
  'prefer-promise-reject-errors': "export const f = () => Promise.reject('text');",
  'prefer-reduce-type-parameter':
    'export const f = (list: number[]) => list.reduce((all, one) => [...all, one], [] as number[]);',
  'prefer-regexp-exec': 'export const f = (text: string) => text.match(/a/);',
  'prefer-return-this-type': 'export class Chain { add(): Chain { return this; } }',
  'prefer-string-starts-ends-with': "export const f = (text: string) => text.indexOf('a') === 0;",
  'related-getter-setter-pairs': `
    export interface Box { get value(): string; set value(value: number); }`,
  'require-await': 'export async function f() { return 1; }',
  'restrict-plus-operands': 'export const f = (count: number, text: string) => count + text;',
  'restrict-template-expressions': 'export const f = (list: string[]) => `${list}`;',
  'return-await': `
    export async function f(work: Promise<number>) {
      try { return work; } catch { return await work; }
    }`,
  'unbound-method': `
    class Box { value = 1; read() { return this.value; } }
    export const { read } = new Box();`,
  'use-unknown-in-catch-callback-variable':
    'export const f = (work: Promise<void>) => work.catch((error) => { void [error]; });',
};

/** The syntax that an app may be written in, a piece for each thing that parsers tell apart. */
export const samples: Record<string, string> = {
  imports: `import a, { b, type C as D, default as e } from './a.ts'
import type F from "f"
import type { G } from 'g'
import * as h from 'h'
import i from './i.json' with { type: 'json' }
import 'side-effect'
import j = require('j')
use(a, b, e, h.b, { b }, j)`,
  exports: `export { a, b as c, type D } from './a.ts'
export * from 'b'
export * as e from 'e'
export type { F } from 'f'
export { g as default }
export const h = 1, [i, { j: k = 2, ...l }] = m
export async function n(o) { return { o } }
export abstract class P {}
export enum Q { R = 'r', "s" }
export declare namespace T.U { const v: 1 }`,
  'a default export': `export default function () { return ({ a }) as const }`,
  'an assigned export': `const a = 1\nexport = a`,
  directives: `'use strict' // yes\n"use client";\na()`,
  'texts that are no directives': `a()
'use strict'
function b() {
  'use asm'
  if (c) { 'd' }
  'e'
}`,
  patterns: `const { a, b: [c, , d = 1, ...e], ['f']: g, ...h } = i;
[a, b.c, ...d] = e; ({ a = 1, b: c, ...d } = e)
for (const [a, { b }] of c) d(a)
for ([a, ...b] of c);
for (var a = 0, b; a < 1; a++) b ||= a
for (const a in b) try { c() } catch ({ d }) { e() } finally { f() }`,
  functions: `function a<T extends B = C>(this: D, e?: F, { g }: H = {}, ...[i]: J[]): e is K
async function* l() { yield* await m }
const n = (o) => o, p = async <Q,>(r: Q): Promise<Q> => { return r }
const s = function t() {}`,
  classes: `@a(b) abstract class C<D> extends E<F>(g) implements H, I {
  static #j = 1; declare readonly k?: string
  accessor l = 2
  constructor(private m: M, @n() readonly o = 1, p) { super() }
  r(): void;
  @q r(s?) {}
  abstract t(): void; abstract u: V
  get w() { return 1 } set w(x) {}
  static async *['y']() {}
  'z' = () => {};
  [key: string]: unknown
  static { a() }
}
@b export class J {}`,
  types: `type A<in out T> = | B | (C) | { a: D; readonly b?: E, c(): F; new (): G; get h(): I }
type J = [k?: L, ...m: N[]] | readonly O[] | typeof p.q | import('r').S<T>
type V = {
  [K in X]:
    | A
    | B
}
type U = { readonly [K in keyof V as \`x\${K}\`]?: V[K] }
type W = X extends infer Y extends Z ? (a: A) => asserts a is B : -1
interface C<T> extends D<T>, E { (a: 1): void; [b: string]: F }
declare global { interface Window { g: H } }
declare module 'i' { export default j }
const k = <L>m, n = o as P, q = r satisfies S, t = u!
enum V { W = 1 << 2, X = "y".length, Z }`,
  expressions: `a?.b.c(1)!.d?.[e](...f); new G<H>(i); new J
k = l ? m : n ?? o, p || q && r, s **= t
typeof t; void u; delete v.w; -x; !y; ++z; a--
b = { c, 'd': 1, [e]: 2, f() {}, get g() { return 1 }, async *h() {}, ...i, 3: 4 }
j = [1, , 2n, 0x10, /[/]\\/\\/ x/g, \`a\${b}c\${\`// d\`}\`, tag\`e\`, null, true, this]
label: while (a) { if (b) continue label; else break }
do { switch (c) { case 1: case 2: d(); break; default: e() } } while (f)
await import('g'); import.meta.url; (h, i); throw j`,
  comments: `// a\r
const b = 'http://c' /* d */ + "/* e */" + \`// f \${ /* g */ h }\` // i
/** j */
k(/* l */) /* m
n */ / o / p // q
r = s /t/ u; v(/\\/\\*/, w) //`,
}

export const jsxSamples: Record<string, string> = {
  elements: `const a = <B.C d={1} e="// f" {...g}>text // h {/* i */} <j-k />{l}</B.C>
const m = <>\n  // n\n  {/* #region elif:x */}\n  <O p:q="r">'it''s'</O>\n  {/* #endregion elif:x */}\n</>`,
}

/** What is no TypeScript by any parser. */
export const broken = ['const a = ;', 'f(', '`${', 'class {', "import { a from 'a'", '}', '<a>']

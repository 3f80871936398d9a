import { malformedQuery } from '../graphRefusal';
import type { ComparisonOperator, FilterFunction, FilterLiteral, FilterNode } from './filterTree';

const comparisons: readonly string[] = ['eq', 'ne', 'ge', 'le', 'gt', 'lt'] satisfies ComparisonOperator[];
const functions: Readonly<Record<string, FilterFunction>> = {
  startswith: 'startsWith',
  endswith: 'endsWith',
  contains: 'contains',
};

/** Parses a `$filter`. Throws GraphRefusal `BadRequest` when it is no filter. */
export function parseFilter(text: string): FilterNode {
  return new FilterParser(text).parse();
}

/** Recursive descent: or, and, not, then one condition. */
class FilterParser {
  readonly #text: string;
  readonly #tokens: readonly FilterToken[];
  #next = 0;
  #depth = 0;

  constructor(text: string) {
    this.#text = text;
    this.#tokens = filterTokens(text);
  }

  parse(): FilterNode {
    const node = this.#or();
    if (this.#peek().kind !== 'end') throw this.#syntaxError();
    return node;
  }

  #or(): FilterNode {
    let left = this.#and();
    while (this.#takeWord('or')) left = { kind: 'or', left, right: this.#and() };
    return left;
  }

  #and(): FilterNode {
    let left = this.#not();
    while (this.#takeWord('and')) left = { kind: 'and', left, right: this.#not() };
    return left;
  }

  #not(): FilterNode {
    // A bound keeps a hostile text from exhausting the stack.
    if (this.#depth > 100)
      throw malformedQuery('Invalid filter clause: The recursion limit has been exceeded.');
    this.#depth += 1;
    const node: FilterNode = this.#takeWord('not')
      ? { kind: 'not', operand: this.#not() }
      : this.#condition();
    this.#depth -= 1;
    return node;
  }

  #condition(): FilterNode {
    if (this.#takeMark('(')) {
      const inner = this.#or();
      this.#expectMark(')');
      return inner;
    }
    const word = this.#expectWord();
    const called = functions[word.toLowerCase()];
    if (called && this.#takeMark('(')) return this.#call(called);
    if (word.toLowerCase().endsWith('/any') && this.#takeMark('('))
      return this.#any(word.slice(0, -'/any'.length));
    return this.#comparison(word);
  }

  #call(name: FilterFunction): FilterNode {
    const path = this.#expectWord();
    this.#expectMark(',');
    const value = this.#expectLiteral();
    this.#expectMark(')');
    return { kind: 'call', name, path, value };
  }

  #any(path: string): FilterNode {
    if (this.#takeMark(')')) return { kind: 'any', path };
    const variable = this.#expectWord();
    this.#expectMark(':');
    const predicate = fromItem(this.#or(), variable);
    this.#expectMark(')');
    return { kind: 'any', path, predicate };
  }

  #comparison(path: string): FilterNode {
    const operator = this.#expectWord();
    if (operator === 'in') {
      this.#expectMark('(');
      const values = [this.#expectLiteral()];
      while (this.#takeMark(',')) values.push(this.#expectLiteral());
      this.#expectMark(')');
      return { kind: 'in', path, values };
    }
    if (!comparisons.includes(operator)) throw this.#syntaxError(-1);
    return { kind: 'compare', operator: operator as ComparisonOperator, path, value: this.#expectLiteral() };
  }

  #peek(offset = 0): FilterToken {
    return this.#tokens[this.#next + offset] ?? { kind: 'end', text: '', at: this.#text.length };
  }

  #takeWord(text: string): boolean {
    const token = this.#peek();
    if (token.kind !== 'word' || token.text.toLowerCase() !== text) return false;
    this.#next += 1;
    return true;
  }

  #takeMark(text: string): boolean {
    const token = this.#peek();
    if (token.kind !== 'mark' || token.text !== text) return false;
    this.#next += 1;
    return true;
  }

  #expectMark(text: string): void {
    if (!this.#takeMark(text)) throw this.#syntaxError();
  }

  #expectWord(): string {
    const token = this.#peek();
    if (token.kind !== 'word') throw this.#syntaxError();
    this.#next += 1;
    return token.text;
  }

  #expectLiteral(): FilterLiteral {
    const token = this.#peek();
    if (token.kind !== 'literal') throw this.#syntaxError();
    this.#next += 1;
    return token.literal;
  }

  #syntaxError(offset = 0): Error {
    return malformedQuery(
      `Invalid filter clause: Syntax error at position ${this.#peek(offset).at} in '${this.#text}'.`,
    );
  }
}

/** Rewrites the paths of a lambda body so that they start at the item instead of at its variable. */
function fromItem(node: FilterNode, variable: string): FilterNode {
  switch (node.kind) {
    case 'and':
    case 'or':
      return { ...node, left: fromItem(node.left, variable), right: fromItem(node.right, variable) };
    case 'not':
      return { ...node, operand: fromItem(node.operand, variable) };
    case 'compare':
    case 'in':
    case 'call':
    case 'any':
      return { ...node, path: withoutVariable(node.path, variable) };
  }
}

function withoutVariable(path: string, variable: string): string {
  if (path === variable) return '';
  if (path.startsWith(`${variable}/`)) return path.slice(variable.length + 1);
  throw malformedQuery(
    `Invalid filter clause: Could not find a property named '${path}' on the range variable '${variable}'.`,
  );
}

/** Token of a `$filter`. */
type FilterToken =
  | { readonly kind: 'mark'; readonly text: '(' | ')' | ',' | ':'; readonly at: number }
  | { readonly kind: 'word'; readonly text: string; readonly at: number }
  | { readonly kind: 'literal'; readonly literal: FilterLiteral; readonly text: string; readonly at: number }
  | { readonly kind: 'end'; readonly text: ''; readonly at: number };

const shapes = {
  space: /\s+/y,
  mark: /[(),:]/y,
  string: /'(?:[^']|'')*'/y,
  guid: /[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}(?![\w-])/iy,
  date: /\d{4}-\d\d-\d\d(?:T[\d:.]+(?:Z|[+-]\d\d:\d\d))?(?![\w-])/iy,
  number: /-?\d+(?:\.\d+)?(?![\w-])/y,
  word: /[$A-Za-z_][\w$./]*/y,
} as const;

/** Splits a `$filter` into tokens. Throws GraphRefusal `BadRequest` at the first unexpected character. */
function filterTokens(text: string): FilterToken[] {
  const tokens: FilterToken[] = [];
  let at = 0;
  const take = (shape: keyof typeof shapes): string | undefined => {
    shapes[shape].lastIndex = at;
    return shapes[shape].exec(text)?.[0];
  };
  while (at < text.length) {
    const space = take('space');
    if (space !== undefined) {
      at += space.length;
      continue;
    }
    const token = readToken(take, at);
    if (!token) throw malformedQuery(`Invalid filter clause: Syntax error at position ${at} in '${text}'.`);
    tokens.push(token);
    at += token.text.length;
  }
  return [...tokens, { kind: 'end', text: '', at }];
}

function readToken(
  take: (shape: keyof typeof shapes) => string | undefined,
  at: number,
): FilterToken | undefined {
  const mark = take('mark');
  if (mark !== undefined) return { kind: 'mark', text: mark as '(' | ')' | ',' | ':', at };
  const quoted = take('string');
  if (quoted !== undefined)
    return literal(quoted, { type: 'string', value: quoted.slice(1, -1).replaceAll("''", "'") }, at);
  const guid = take('guid');
  if (guid !== undefined) return literal(guid, { type: 'guid', value: guid.toLowerCase() }, at);
  const date = take('date');
  if (date !== undefined) return literal(date, { type: 'date', value: date }, at);
  const number = take('number');
  if (number !== undefined) return literal(number, { type: 'number', value: Number(number) }, at);
  const word = take('word');
  if (word === undefined) return undefined;
  if (word === 'true' || word === 'false')
    return literal(word, { type: 'boolean', value: word === 'true' }, at);
  if (word === 'null') return literal(word, { type: 'null', value: null }, at);
  return { kind: 'word', text: word, at };
}

function literal(text: string, value: FilterLiteral, at: number): FilterToken {
  return { kind: 'literal', literal: value, text, at };
}

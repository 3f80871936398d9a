import { malformedQuery } from '../graphRefusal';
import type { FilterLiteral } from './filterTree';

/** A piece of a `$filter`. */
export type FilterToken =
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

/** Cuts a `$filter` into pieces. Throws GraphRefusal `BadRequest` at the first character that fits nowhere. */
export function filterTokens(text: string): FilterToken[] {
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

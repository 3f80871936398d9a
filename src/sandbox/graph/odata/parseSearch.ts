import { badRequest } from '../graphRefusal';

/** A parsed `$search`. */
export type SearchNode =
  | { readonly kind: 'and' | 'or'; readonly left: SearchNode; readonly right: SearchNode }
  | { readonly kind: 'clause'; readonly property: string; readonly term: string };

type SearchToken =
  { readonly kind: 'mark'; readonly text: string } | { readonly kind: 'quoted'; readonly text: string };

/**
 * Parses a `$search` such as `"displayName:ade" OR "mail:ade"`; clauses without an operator between them are joined by
 * AND. Throws GraphRefusal `Request_BadRequest` for a syntax error. Inferred: the texts of these refusals.
 */
export function parseSearch(text: string): SearchNode {
  const tokens = searchTokens(text);
  let next = 0;
  const take = (mark: string): boolean => {
    const token = tokens[next];
    if (token?.kind !== 'mark' || token.text !== mark) return false;
    next += 1;
    return true;
  };
  const primary = (): SearchNode => {
    if (take('(')) {
      const inner = or();
      if (!take(')')) throw syntaxError(text);
      return inner;
    }
    const token = tokens[next];
    if (token?.kind !== 'quoted') throw syntaxError(text);
    next += 1;
    return clause(token.text);
  };
  const and = (): SearchNode => {
    let left = primary();
    while (take('AND') || startsPrimary(tokens[next])) left = { kind: 'and', left, right: primary() };
    return left;
  };
  const or = (): SearchNode => {
    let left = and();
    while (take('OR')) left = { kind: 'or', left, right: and() };
    return left;
  };
  const node = or();
  if (next < tokens.length) throw syntaxError(text);
  return node;
}

function startsPrimary(token: SearchToken | undefined): boolean {
  return token?.kind === 'quoted' || token?.text === '(';
}

function searchTokens(text: string): SearchToken[] {
  const shape = /\s+|"((?:[^"\\]|\\.)*)"|(AND|OR|[()])/y;
  const tokens: SearchToken[] = [];
  while (shape.lastIndex < text.length) {
    const found = shape.exec(text);
    if (!found) throw syntaxError(text);
    const [, quoted, mark] = found;
    if (quoted !== undefined) tokens.push({ kind: 'quoted', text: quoted.replace(/\\(.)/g, '$1') });
    else if (mark !== undefined) tokens.push({ kind: 'mark', text: mark });
  }
  return tokens;
}

function clause(text: string): SearchNode {
  const colon = text.indexOf(':');
  if (colon < 1)
    throw badRequest(`The search clause '${text}' names no property. Write it as "property:term".`);
  return { kind: 'clause', property: text.slice(0, colon).trim(), term: text.slice(colon + 1).trim() };
}

function syntaxError(text: string): Error {
  return badRequest(`Syntax error in the search clause '${text}'.`);
}

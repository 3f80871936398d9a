import { splitOutside } from './splitOutside';
import { badRequest, malformedQuery, unsupportedQuery } from '../graphRefusal';

/** One property of `$orderby`. */
export interface OrderBy {
  readonly property: string;
  readonly isDescending: boolean;
}

/** Parsed query options of a request, not yet validated against a resource. */
export interface QueryOptions {
  readonly select?: readonly string[];
  readonly filter?: string;
  readonly search?: string;
  readonly orderBy?: readonly OrderBy[];
  readonly top?: number;
  readonly count: boolean;
  readonly expand?: readonly string[];
  readonly skipToken?: string;
  /** For delta queries alone. */
  readonly deltaToken?: string;
  /** For resources that page by number alone. */
  readonly skip?: number;
  /** For resources that sum up their rows. */
  readonly apply?: string;
  /** Parts of the query as written, for links to further pages. */
  readonly raw: readonly string[];
}

/** Options that a resource takes beyond the common ones. */
export interface QueryLimits {
  /** Options that only some resources know. */
  readonly extra?: readonly ('$skip' | '$deltatoken' | '$apply')[];
  /** Largest `$top`; default 999. */
  readonly maxTop?: number;
}

const known: readonly string[] = [
  '$select',
  '$filter',
  '$search',
  '$orderby',
  '$top',
  '$count',
  '$expand',
  '$skiptoken',
  '$skip',
  '$format',
];

/** Reads the options of a query string (without its question mark). Throws GraphRefusal for those that cannot be served. */
export function readQueryOptions(
  query: string,
  { extra = [], maxTop = 999 }: QueryLimits = {},
): QueryOptions {
  const raw = query.split('&').filter((piece) => piece !== '');
  const options = new Map<string, string>();
  for (const piece of raw) {
    const [name, value] = splitPiece(piece);
    // Options without a dollar sign are the caller's own and mean nothing here.
    if (!name.startsWith('$')) continue;
    const lowerName = name.toLowerCase();
    if (![...known, ...extra].includes(lowerName))
      throw malformedQuery(`The query parameter '${name}' is not supported.`);
    if (options.has(lowerName))
      throw malformedQuery(
        `Query option '${name}' was specified more than once, but it must be specified at most once.`,
      );
    options.set(lowerName, value);
  }
  if (options.has('$skip') && !extra.includes('$skip'))
    throw badRequest("'$skip' is not supported by the service.");
  return {
    select: list(options.get('$select')),
    filter: options.get('$filter'),
    search: options.get('$search'),
    orderBy: readOrderBy(options.get('$orderby')),
    top: readTop(options.get('$top'), maxTop),
    count: readCount(options.get('$count')),
    expand: list(options.get('$expand')),
    skipToken: options.get('$skiptoken'),
    deltaToken: options.get('$deltatoken'),
    skip: readSkip(options.get('$skip')),
    apply: options.get('$apply'),
    raw,
  };
}

function splitPiece(piece: string): [name: string, value: string] {
  const equals = piece.indexOf('=');
  const [name, value] = equals < 0 ? [piece, ''] : [piece.slice(0, equals), piece.slice(equals + 1)];
  return [decode(name), decode(value)];
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text.replaceAll('+', ' '));
  } catch {
    throw malformedQuery('The query string is not encoded correctly.');
  }
}

function list(text: string | undefined): string[] | undefined {
  return text === undefined ? undefined : splitOutside(text, ',');
}

function readOrderBy(text: string | undefined): OrderBy[] | undefined {
  return list(text)?.map((item) => {
    const [property = '', direction = 'asc', ...rest] = item.split(/\s+/);
    if (rest.length > 0 || !['asc', 'desc'].includes(direction.toLowerCase()))
      throw malformedQuery(`Syntax error at position ${property.length} in '${item}'.`);
    return { property, isDescending: direction.toLowerCase() === 'desc' };
  });
}

function readTop(text: string | undefined, most: number): number | undefined {
  if (text === undefined) return undefined;
  if (!/^-?\d+$/.test(text))
    throw malformedQuery(
      `Invalid value '${text}' for $top query option found. The $top query option requires a non-negative integer value.`,
    );
  const size = Number(text);
  if (size < 1 || size > most)
    throw unsupportedQuery(
      `Invalid page size specified: '${text}'. Must be between 1 and ${most} inclusive.`,
    );
  return size;
}

function readSkip(text: string | undefined): number | undefined {
  if (text === undefined) return undefined;
  if (!/^\d+$/.test(text))
    throw malformedQuery(
      `Invalid value '${text}' for $skip query option found. The $skip query option requires a non-negative integer value.`,
    );
  return Number(text);
}

function readCount(text: string | undefined): boolean {
  if (text === undefined) return false;
  if (text.toLowerCase() !== 'true' && text.toLowerCase() !== 'false')
    throw malformedQuery(
      `Invalid value '${text}' for $count query option found. Valid values are 'true', 'false'.`,
    );
  return text.toLowerCase() === 'true';
}

import { GraphRefusal } from '../graphRefusal';

/** Start of the next page. */
export interface PagePosition {
  /** Place in the ordered list of candidates. */
  readonly next: number;
  /** True if the page before was an empty one. */
  readonly isAfterEmpty?: true;
}

/** Settings that tokens of pages depend on. */
export interface Paging {
  /** Milliseconds since 1970. */
  readonly now: number;
  /** Milliseconds that a token lives. */
  readonly linksLiveInMs: number;
  /** Path of the list; tokens of other lists are refused. */
  readonly list: string;
  /** True if every second page is empty. */
  readonly hasEmptyPages: boolean;
}

interface TokenFacts {
  /** Milliseconds since 1970 at which it was given. */
  readonly at: number;
  readonly list: string;
}

const lead = 'RFNwdAoAAQ';

/** Writes a position as a token that callers cannot read. */
export function writeSkipToken(position: PagePosition, paging: Paging): string {
  return `${lead}${Buffer.from(JSON.stringify({ ...position, at: paging.now, list: paging.list })).toString('base64url')}`;
}

/**
 * Reads a token back. Throws GraphRefusal as {@link pageTokenExpired} for one that is too old, of another list, and for anything else.
 */
export function readSkipToken(token: string, paging: Paging): PagePosition {
  const position = readPosition(token);
  if (position && position.list === paging.list && paging.now - position.at < paging.linksLiveInMs)
    return position;
  throw pageTokenExpired();
}

/** 400 for a link to a further page that is past its time. Inferred: code and text. */
export function pageTokenExpired(): GraphRefusal {
  return new GraphRefusal(
    400,
    'Directory_ExpiredPageToken',
    'The specified page token value has expired and can no longer be included in your request.',
  );
}

function readPosition(token: string): (PagePosition & TokenFacts) | undefined {
  if (!token.startsWith(lead)) return undefined;
  try {
    const position = JSON.parse(Buffer.from(token.slice(lead.length), 'base64url').toString()) as Partial<
      PagePosition & TokenFacts
    >;
    const { next, at, list } = position;
    if (!Number.isInteger(next) || next === undefined || next < 0 || typeof at !== 'number') return undefined;
    if (typeof list !== 'string') return undefined;
    return { ...position, next, at, list };
  } catch {
    return undefined;
  }
}

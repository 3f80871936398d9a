import { GraphRefusal } from '../graphRefusal';

/** Where the next page starts. */
export interface PagePosition {
  /** Place in the ordered list of candidates. */
  readonly next: number;
  /** Whether an empty page stood before it already. */
  readonly isAfterEmpty?: true;
}

/** What tokens of pages depend on. */
export interface Paging {
  /** Milliseconds since 1970. */
  readonly now: number;
  /** Milliseconds that a token lives. */
  readonly linksLiveInMs: number;
  /** Whether every second page is empty. */
  readonly hasEmptyPages: boolean;
}

const lead = 'RFNwdAoAAQ';

/** Writes a position as a token that callers cannot read. */
export function writeSkipToken(position: PagePosition, paging: Paging): string {
  return `${lead}${Buffer.from(JSON.stringify({ ...position, at: paging.now })).toString('base64url')}`;
}

/**
 * Reads a token back. Throws GraphRefusal as {@link pageTokenExpired} for one that is too old and for anything else.
 */
export function readSkipToken(token: string, paging: Paging): PagePosition {
  const position = readPosition(token);
  if (position && paging.now - position.at < paging.linksLiveInMs) return position;
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

function readPosition(token: string): (PagePosition & { readonly at: number }) | undefined {
  if (!token.startsWith(lead)) return undefined;
  try {
    const position = JSON.parse(Buffer.from(token.slice(lead.length), 'base64url').toString()) as Partial<
      PagePosition & { at: number }
    >;
    const { next, at } = position;
    if (!Number.isInteger(next) || next === undefined || next < 0 || typeof at !== 'number') return undefined;
    return { ...position, next, at };
  } catch {
    return undefined;
  }
}

import { GraphRefusal } from '../graphRefusal';

/** Where the next page starts. */
interface Position {
  /** Place in the ordered list of candidates. */
  readonly next: number;
}

const lead = 'RFNwdAoAAQ';

/** Writes a position as a token that callers cannot read. */
export function writeSkipToken(next: number): string {
  const position: Position = { next };
  return `${lead}${Buffer.from(JSON.stringify(position)).toString('base64url')}`;
}

/**
 * Reads a token back. Throws GraphRefusal `Directory_ExpiredPageToken` for anything else.
 * Inferred: code and text of that refusal.
 */
export function readSkipToken(token: string): number {
  try {
    const position = JSON.parse(
      Buffer.from(token.slice(lead.length), 'base64url').toString(),
    ) as Partial<Position>;
    if (token.startsWith(lead) && Number.isInteger(position.next)) return position.next ?? 0;
  } catch {
    // Falls through to the refusal, as any other token that was not made here.
  }
  throw new GraphRefusal(
    400,
    'Directory_ExpiredPageToken',
    'Specified page token value has expired and can no longer be included in your request.',
  );
}

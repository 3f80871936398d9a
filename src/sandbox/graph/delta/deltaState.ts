import type { Call } from '../call';
import { GraphRefusal } from '../graphRefusal';
import { changesLiveInMs } from '../../tenant/changeLog';

/**
 * Position of a delta query, with the options of its first request, which stay the same (Graph: delta query overview).
 */
export interface DeltaState {
  readonly of: 'user' | 'group';
  /** All objects, or those that changed after a numbered change. */
  readonly phase: 'all' | 'changes';
  readonly since: number;
  /** Number of the last change of this round; undefined until the round begins. */
  readonly upTo?: number;
  /** Place of the next row in the table, or of the next item among the changes. */
  readonly next: number;
  /** Position of the next member of the group at `next`, of which the members so far were returned. */
  readonly nextMember?: number;
  /** True if the page before was an empty one. */
  readonly isAfterEmpty?: true;
  readonly select?: readonly string[];
  /** Ids that a filter narrows it to. */
  readonly ids?: readonly string[];
}

/** A state as a token carries it. */
interface Token extends DeltaState {
  /** Milliseconds since 1970 at which it was given. */
  readonly at: number;
  readonly serial: number;
}

const lead = 'Uq7vZk0';

/** Returns the link to a state: `$skiptoken` within a round, `$deltatoken` for the next round. */
export function deltaLink(call: Call, option: '$skiptoken' | '$deltatoken', state: DeltaState): string {
  const token: Token = { ...state, at: call.clock.now(), serial: call.directory.nextSerial() };
  const text = `${lead}${Buffer.from(JSON.stringify(token)).toString('base64url')}`;
  return `${call.root}${call.path}?${option}=${text}`;
}

/**
 * Decodes a token. Throws GraphRefusal: 400 `syncStateNotFound` for one that is invalid or older than seven days, 410
 * with a Location to start from again after a reset of the service (Graph: delta query overview). Inferred: the status
 * 400, the code of the 410 and the sentences.
 */
export function readDeltaState(call: Call, text: string, of: DeltaState['of']): DeltaState {
  const token = parseToken(text);
  const { clock, directory } = call;
  if (!token || token.of !== of || clock.now() - token.at >= changesLiveInMs)
    throw new GraphRefusal(
      400,
      'syncStateNotFound',
      'The sync state of the token was not found or has expired.',
    );
  if (token.at < directory.settings.deltasResetAt) {
    const select = token.select ? `$select=${token.select.join(',')}&` : '';
    throw new GraphRefusal(410, 'resyncRequired', 'A full synchronization is required.', {
      headers: { Location: `${call.root}${call.path}?${select}$deltatoken=` },
    });
  }
  return token;
}

/** True if a token within a round is older than links to further pages live. */
export function isLinkExpired(call: Call, text: string): boolean {
  const { clock, directory } = call;
  return clock.now() - (parseToken(text)?.at ?? 0) >= directory.settings.linksLiveInMs;
}

function parseToken(text: string): Token | undefined {
  if (!text.startsWith(lead)) return undefined;
  try {
    const token = JSON.parse(Buffer.from(text.slice(lead.length), 'base64url').toString()) as Partial<Token>;
    const isWhole = typeof token.at === 'number' && typeof token.since === 'number' && token.of !== undefined;
    return isWhole ? (token as Token) : undefined;
  } catch {
    return undefined;
  }
}

import type { RemovalLine, RemovalPreview } from './previewRemoval';
import type { RemovalConsequence } from './removalConsequence';

/** Numbers of a selection by assignment path; the sum up to `groups` is the number of lines. */
interface RemovalBreakdown {
  readonly direct: number;
  readonly throughGroup: number;
  /** People without a license, since each path is in error. */
  readonly inError: number;
  readonly nothingHeld: number;
  readonly unreadable: number;
  readonly notPermitted: number;
  readonly groups: number;
  /** Those of them that are sent, and those that lose the product with a selected group. */
  readonly sent: number;
  readonly along: number;
}

/** Counts a selection by assignment path. */
export function breakDown(lines: readonly Pick<RemovalLine, 'consequence'>[]): RemovalBreakdown {
  const counts = {
    direct: 0,
    throughGroup: 0,
    inError: 0,
    nothingHeld: 0,
    unreadable: 0,
    notPermitted: 0,
    groups: 0,
    sent: 0,
    along: 0,
  };
  for (const { consequence } of lines) {
    counts[ways[consequence.kind]] += 1;
    if (consequence.isSent) counts.sent += 1;
    if (consequence.kind === 'goes-with-group') counts.along += 1;
  }
  return counts;
}

const ways: Readonly<Record<RemovalConsequence['kind'], keyof RemovalBreakdown>> = {
  'frees-seat': 'direct',
  'may-free-seat': 'direct',
  'keeps-through-group': 'direct',
  'removes-error': 'inError',
  'in-error': 'inError',
  'stays-inherited': 'throughGroup',
  'leaves-groups': 'throughGroup',
  'goes-with-group': 'throughGroup',
  'nothing-held': 'nothingHeld',
  unreadable: 'unreadable',
  'not-permitted': 'notPermitted',
  'members-lose': 'groups',
};

/** Number of people who lose the product; if groups are not fully known, `isExact` is false and `atMost` may be unknown. */
interface PeopleLosing {
  readonly atLeast: number;
  readonly isExact: boolean;
  readonly atMost: number | undefined;
}

/** Counts the people who lose the product. */
export function peopleLosing({ lines, losing, isExact, unsure }: RemovalPreview): PeopleLosing {
  let atMost: number | undefined = losing + unsure;
  for (const { consequence } of lines) {
    if (consequence.kind !== 'members-lose' || consequence.members || atMost === undefined) continue;
    atMost = consequence.directUsers === undefined ? undefined : atMost + consequence.directUsers;
  }
  return { atLeast: losing, isExact, atMost };
}

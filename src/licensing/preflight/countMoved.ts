import { forEachInSteps, type Steps } from '../../base/async/inSlices';
import { hasSeat } from '../changes/seatStates';
import type { Holding } from '../types';
import type { MovedPeople, MoveInput, MoveLine } from './movePreflight';
import { fateOf } from './removalFate';

/** Lines of a move and the licenses of their principals. */
interface PreviewedMove {
  readonly lines: readonly MoveLine[];
  /** By the principal's id. */
  readonly holdings: ReadonlyMap<string, Holding>;
  /** Number of people who get a seat of the new product, as far as known. */
  readonly gaining: number;
}

/** Counts the people of a move, each once, since several paths to a product take one seat (Entra: group-based licensing). */
export function* countMoved(
  { lines, holdings, gaining }: PreviewedMove,
  { from, target, groups }: Pick<MoveInput, 'from' | 'target' | 'groups'>,
): Steps<MovedPeople> {
  const people = new Map<string, Holding>();
  const [userIds, groupIds] = [new Set<string>(), new Set<string>()];
  let isExact = true;
  yield* forEachInSteps(lines, ({ principal: { kind, id }, findings, outcome, isInGroup = false }) => {
    if (outcome) return;
    const holding = holdings.get(id);
    if (kind === 'user') {
      if (holding) people.set(id.toLowerCase(), holding);
      if (isInGroup) return;
      userIds.add(id.toLowerCase());
      if (holding && hasSeat(holding, target.key) === undefined) isExact = false;
      return;
    }
    groupIds.add(id.toLowerCase());
    const members = groups.get(id)?.members;
    if (!members || findings.some(isUnsure)) isExact = false;
    for (const member of members ?? []) {
      const memberId = member.principal.id.toLowerCase();
      if (!people.has(memberId)) people.set(memberId, member);
    }
  });
  let losing = 0;
  yield* forEachInSteps(people.values(), (person) => {
    const fate = fateOf(person, { input: { product: from }, userIds, groupIds });
    if (fate === 'lost') losing += 1;
    else if (fate === 'unknown') isExact = false;
  });
  return { gaining, losing, isExact };
}

function isUnsure(finding: MoveLine['findings'][number]): boolean {
  return (
    finding.kind === 'group-unread' || (finding.kind === 'group-moves' && finding.areOthersUnknown === true)
  );
}

/** Groups that move. */
interface MovedGroups {
  readonly groupIds: ReadonlySet<string>;
  /** Members for whom no seat of the new product is left, by group id. */
  readonly lacking: ReadonlyMap<string, ReadonlySet<Holding>>;
}

/**
 * Adds what the members of groups lose. Removing the product from a group removes it from the members without another path to it
 * (Entra: group-based licensing); a path that another line of the same move removes doesn't count.
 */
export function* tellLosses(
  lines: readonly MoveLine[],
  { lacking, groupIds }: MovedGroups,
  { from, groups }: Pick<MoveInput, 'from' | 'groups'>,
): Steps<readonly MoveLine[]> {
  const isMovedUser = ({ principal, outcome, isInGroup }: MoveLine): boolean =>
    principal.kind === 'user' && !outcome && !isInGroup;
  const userIds = new Set<string>();
  yield* forEachInSteps(lines, (line) => {
    if (isMovedUser(line)) userIds.add(line.principal.id.toLowerCase());
  });
  const removed = { input: { product: from }, userIds, groupIds };
  const withLosses: MoveLine[] = [];
  yield* forEachInSteps(lines, (line) => {
    const { id } = line.principal;
    const [first, ...risks] = line.findings;
    if (first?.kind !== 'group-moves') return withLosses.push(line);
    const withoutSeat = lacking.get(id);
    let [losing, unsure, retaining] = [0, 0, 0];
    for (const member of groups.get(id)?.members ?? []) {
      const fate = fateOf(member, removed);
      if (fate === 'kept') retaining += 1;
      else if (withoutSeat?.has(member) === true) {
        if (fate === 'lost') losing += 1;
        else if (fate === 'unknown') unsure += 1;
      }
    }
    return withLosses.push({ ...line, findings: [{ ...first, losing, unsure, retaining }, ...risks] });
  });
  return withLosses;
}

import type { JobProduct, LicenseJobItem } from '../../../../license-jobs/licenseJob';
import { parseBefore } from '../../../../license-jobs/licenseJobSchema';
import type { MadePart, Outcome } from '../../../../base/outcome';
import { hasWaitingList } from '../../../../licensing/door';
import type { LicensingCode, PoolRef } from '../../../../licensing/types';
import type { WordKind } from '../../../messages/en/jobs/jobOutcomes';
import type { Explained } from '../../../messages/explained';
import type { Messages } from '../../../messages/types';
import { explainOutcome } from '../../explainOutcome';

/**
 * Explains an item that failed. Where a part of its change was made: what was, what was not and why, by the names of the products. A member
 * of a group for whom no license is left waits for one where the service keeps a line.
 */
export function explainFailure(
  item: Pick<LicenseJobItem, 'input' | 'before'>,
  outcome: Failed,
  { kind, products }: FailedJob,
  messages: Pick<Messages, 'jobs' | 'outcomes'>,
): Explained {
  if (outcome.made) return explainHalfDone(item, outcome, products, messages);
  const isInLine =
    kind === 'through-group' && outcome.reason === 'no-licenses-available' && hasLine(products);
  return isInLine ? messages.jobs.waitsInLine : explainOutcome(outcome, messages);
}

/** True if members of groups wait for a license of these products. */
export function hasLine(products: readonly JobProduct[]): boolean {
  return products.some(({ pool }) => hasWaitingList(pool));
}

type Failed = Extract<Outcome<LicensingCode>, { kind: 'failed' }>;

/** Facts about the job of an item that failed. */
interface FailedJob {
  readonly kind: WordKind;
  /** Products of the job, with their names. */
  readonly products: readonly JobProduct[];
}

function explainHalfDone(
  { input, before: stored }: Pick<LicenseJobItem, 'input' | 'before'>,
  { made = { given: [], taken: [] }, reason }: Failed,
  products: readonly JobProduct[],
  { jobs, outcomes }: Pick<Messages, 'jobs' | 'outcomes'>,
): Explained {
  const before = parseBefore(stored);
  const { add, remove } = before?.sent ?? input.change;
  const nameOf = ({ product }: PoolRef): string =>
    products.find((each) => each.product === product)?.name ?? product;
  const wasHeld = ({ pool }: PoolRef): boolean => before?.seats.some((each) => each.pool === pool) === true;
  const isGiven = ({ pool }: PoolRef): boolean => made.given.includes(pool);
  const isTaken = ({ pool }: PoolRef): boolean => made.taken.includes(pool);
  /** Names of those that were changed and of those that were not; a name of both says which license is meant. */
  const split = (pools: readonly PoolRef[], isMade: (pool: PoolRef) => boolean): [string[], string[]] => {
    const done = namesOf(pools.filter(isMade).map(nameOf));
    const missing = namesOf(pools.filter((pool) => !isMade(pool)).map(nameOf));
    return [
      done.map((name) => (missing.includes(name) ? jobs.oneLicense(name) : name)),
      missing.map((name) => (done.includes(name) ? jobs.otherLicense(name) : name)),
    ];
  };
  const [taken, notTaken] = split(remove, isTaken);
  const [given, notGiven] = split(
    add.filter((pool) => !wasHeld(pool)),
    isGiven,
  );
  const [switched, notSwitched] = split(add.filter(wasHeld), isGiven);
  // Only the group of a migration is given where no license is.
  const isMigration = made.given.length > 0 && add.length === 0 && !input.leave;
  const groups = splitGroups(input, made, jobs);
  const isLost = taken.length > 0 && notGiven.length > 0;
  return {
    title: isMigration
      ? reason === 'outcome-unknown'
        ? jobs.directUnknown
        : jobs.keepsDirect
      : jobs.halfDone({
          taken: [...groups.left, ...taken],
          given: [...given, ...groups.joined],
          switched,
          notTaken: [...groups.notLeft, ...notTaken],
          notGiven: [...notGiven, ...groups.notJoined],
          notSwitched,
        }),
    action: [
      jobs.halfDoneReason(outcomes[reason].title),
      ...(isLost ? [jobs.notGivenBack(taken)] : []),
      jobs.halfDoneNext,
    ].join(' '),
  };
}

const namesOf = (names: readonly string[]): string[] => [...new Set(names)];

/** Names the memberships that a change ended or made, and those that it didn't. */
function splitGroups(
  { leave = [], leavesGroup = false }: LicenseJobItem['input'],
  made: MadePart,
  jobs: Messages['jobs'],
): Readonly<Record<'left' | 'notLeft' | 'joined' | 'notJoined', readonly string[]>> {
  const isRejoining = leave.length > 0 && made.given.length > 0;
  const keys = isRejoining ? made.given : made.taken;
  const name = (isMade: boolean): string[] =>
    leave
      .filter(({ id }) => keys.includes(id) === isMade)
      .map((group) => jobs.membershipOf(group.name ?? jobs.aGroup));
  if (isRejoining) return { left: [], notLeft: [], joined: name(true), notJoined: name(false) };
  const ofJob = leavesGroup ? [jobs.membershipOf(jobs.aGroup)] : [];
  return { left: name(true), notLeft: [...name(false), ...ofJob], joined: [], notJoined: [] };
}

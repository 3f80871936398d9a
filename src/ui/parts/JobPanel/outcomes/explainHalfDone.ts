import type { JobProduct, LicenseJobItem } from '../../../../license-jobs/licenseJob';
import { parseBefore } from '../../../../license-jobs/licenseJobSchema';
import type { PoolRef } from '../../../../licensing/types';
import type { Explained } from '../../../messages/explained';
import type { Messages } from '../../../messages/types';

/**
 * Explains an item of which a part was made: what was, what was not and why, by the names of the products. Undefined for any other item.
 */
export function explainHalfDone(
  { outcome, input, before: stored }: Pick<LicenseJobItem, 'outcome' | 'input' | 'before'>,
  products: readonly JobProduct[],
  { jobs, outcomes }: Pick<Messages, 'jobs' | 'outcomes'>,
): Explained | undefined {
  if (outcome?.kind !== 'failed' || !outcome.made) return undefined;
  const { made, reason } = outcome;
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
  const isLost = taken.length > 0 && notGiven.length > 0;
  return {
    title: jobs.halfDone({ taken, given, switched, notTaken, notGiven, notSwitched }),
    action: [
      jobs.halfDoneReason(outcomes[reason].title),
      ...(isLost ? [jobs.notGivenBack(taken)] : []),
      jobs.halfDoneNext,
    ].join(' '),
  };
}

const namesOf = (names: readonly string[]): string[] => [...new Set(names)];

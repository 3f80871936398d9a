import { forEachInSteps, type Steps } from '../../base/async/inSlices';
import type { UserPrincipal } from '../../base/principal';
import type { Directory } from '../../directory/types';
import type { PrecheckItem, PrecheckResult } from '../../jobs/operation';
import type { LicensingCode } from '../../licensing/types';
import {
  operationNames,
  toPlannedItem,
  type LicenseJobBefore,
  type LicenseJobInput,
  type LicenseJobPlan,
  type PlannedLicenseItem,
} from '../licenseJob';
import { parseBefore } from '../licenseJobSchema';
import { inFlightTimeoutMs, type LicenseOperation } from '../licenseOperation';
import { createRightsCheck, type RightsParts } from '../rightsCheck';

/** Plans the job that gives people the country that was chosen, an ISO 3166-1 code. */
export function* planUsageLocations(
  people: readonly UserPrincipal[],
  country: string,
): Steps<LicenseJobPlan> {
  const items: PlannedLicenseItem[] = [];
  yield* forEachInSteps(people, (person) => {
    const { key, input } = toPlannedItem(person, { add: [], remove: [] });
    items.push({ key, input: { ...input, usageLocation: country } });
  });
  return {
    operation: operationNames.setUsageLocation,
    subject: { kind: 'usage-location', products: [], usageLocation: country },
    items,
  };
}

/** Dependencies of the operation. */
interface UsageLocationParts {
  readonly directory: Pick<Directory, 'readUsageLocations' | 'setUsageLocation'>;
  /** Milliseconds that so many writes would take from now. */
  readonly timeForChanges: (count: number) => number;
  /** Returns the relative error of that time: 0.3 is 30 % either way, and infinite means that it is only a minimum. Default is 0. */
  readonly timeLeftError?: (count: number) => number;
  /** Reads the account's rights again after refusals. Default is that each refusal stands. */
  readonly rights?: RightsParts;
}

/**
 * The operation `usage-location`: gives each person a country, and undoes that where the person had another one before. Batches of
 * 20 on the way and in turn as with licenses.
 */
export function createSetUsageLocations(parts: UsageLocationParts): LicenseOperation {
  const { directory, timeForChanges, timeLeftError, rights } = parts;
  return {
    name: operationNames.setUsageLocation,
    concurrency: 160,
    chunkSize: 300,
    async precheck(items, { header, signal }) {
      const ids = items.map(({ input }) => input.principal.id);
      const locations = await directory.readUsageLocations(ids, signal);
      const { isUndo = false } = header.subject;
      return items.map((item) => checkPerson(item, locations, isUndo));
    },
    execute: ({ principal, usageLocation }, { signal }) =>
      usageLocation === undefined
        ? Promise.resolve({ kind: 'failed', reason: 'refused' })
        : directory.setUsageLocation(principal.id, usageLocation, signal),
    rights: createRightsCheck(rights, 'users'),
    invert(input, before, outcome) {
      const earlier = parseBefore(before)?.usageLocation;
      if (outcome.kind !== 'done' || earlier === undefined) return undefined;
      return { ...input, usageLocation: earlier };
    },
    invertSubject: (subject) => ({ ...subject, isUndo: true }),
    inFlightTimeoutMs,
    timeLeftInMs: timeForChanges,
    timeLeftError,
  };
}

function checkPerson(
  { input, before, wasStarted }: PrecheckItem<LicenseJobInput>,
  locations: ReadonlyMap<string, string | undefined>,
  isUndo: boolean,
): PrecheckResult<LicensingCode> {
  const { principal, usageLocation } = input;
  const id = principal.id.toLowerCase();
  if (!locations.has(id))
    return { kind: 'settled', outcome: { kind: 'failed', reason: 'principal-not-found' } };
  const now = locations.get(id);
  // Readings may be older than the job that is undone, so that only a change of what they show counts.
  const isSo =
    now === usageLocation && (!isUndo || (wasStarted && parseBefore(before)?.usageLocation !== now));
  if (isSo && wasStarted) return { kind: 'settled', outcome: { kind: 'done' } };
  if (isSo) return { kind: 'settled', outcome: { kind: 'skipped', reason: 'no-change' } };
  const state: LicenseJobBefore = now === undefined ? { seats: [] } : { seats: [], usageLocation: now };
  return { kind: 'run', before: state };
}

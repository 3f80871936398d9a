import { canRetry } from '../canRetry';
import { createSuspendedPoolCheck } from '../createSuspendedPoolCheck';
import { operationNames, type LicenseJobInput, type LicenseJobSubject } from '../licenseJob';
import { inFlightTimeoutMs, type LicenseOperation } from '../licenseOperation';
import { createRightsCheck } from '../rightsCheck';
import { prepareGroup } from '../through-group/prepareGroup';
import { toUndoSubjectOfGroup } from '../through-group/throughGroup';
import { createLeaveGroups } from './leaveGroups';
import { createMigration } from './migrateToGroup';
import type { ChangePathsParts, PathChange } from './pathChange';

/** Graph, add members: people that one request takes. */
const peoplePerWrite = 20;

/**
 * The operation `change-paths`: changes the paths by which people have a product. Of a job `leave-groups` people leave the groups
 * that give it and lose their direct license; those without a group to leave are left to `change-licenses`. Of a job
 * `migrate-to-group` people get the product through a group, and lose the direct license only after the group's works.
 */
export function createChangePaths(parts: ChangePathsParts): LicenseOperation {
  const { licensing, directory, changeLicenses, timeForChanges, timeLeftError } = parts;
  const readSuspendedPools = createSuspendedPoolCheck(licensing);
  const rights = createRightsCheck(parts.rights, 'members');
  const leaveGroups = createLeaveGroups(parts);
  const migration = createMigration(parts);
  /** Finds the part for an item; each job has one or two. */
  const partFor = ({ kind }: LicenseJobSubject, input: LicenseJobInput): PathChange => {
    if (kind === 'migrate-to-group') return migration;
    return input.leave ? leaveGroups : licenseChange;
  };
  const licenseChange: PathChange = {
    ...changeLicenses,
    precheck: async (items, scope) => (await changeLicenses.precheck?.(items, scope)) ?? [],
    poll: async (items, scope) => (await changeLicenses.poll?.(items, scope)) ?? [],
  };
  return {
    name: operationNames.changePaths,
    concurrency: 160,
    chunkSize: 300,
    prepare: async (scope) =>
      scope.header.subject.kind === 'migrate-to-group'
        ? prepareGroup({ licensing, directory, readSuspendedPools, rights }, scope)
        : undefined,
    precheck: (items, scope) =>
      inParts(
        items,
        ({ input }) => partFor(scope.header.subject, input),
        (part, some) => part.precheck(some, scope),
      ),
    execute: (input, scope) => partFor(scope.header.subject, input).execute(input, scope),
    poll: (inputs, scope) =>
      inParts(
        inputs,
        (input) => partFor(scope.header.subject, input),
        (part, some) => part.poll(some, scope),
      ),
    complete: async (input, outcome, scope) =>
      (await partFor(scope.header.subject, input).complete?.(input, outcome, scope)) ?? outcome,
    stop: (input, scope) => partFor(scope.header.subject, input).stop?.(input, scope),
    rights,
    canRetry,
    invert: (input, before, outcome, header) =>
      header.subject.isUndo
        ? undefined
        : partFor(header.subject, input).invert?.(input, before, outcome, header),
    invertSubject: toUndoSubjectOfGroup,
    inFlightTimeoutMs,
    timeLeftInMs: (items) => timeForChanges(items + Math.ceil(items / peoplePerWrite)),
    timeLeftError: (items) => timeLeftError?.(items) ?? 0,
  };
}

/** Lets each part work on its items together, and returns the results in the order of the items. */
async function inParts<Item, Result>(
  items: readonly Item[],
  partOf: (item: Item) => PathChange,
  work: (part: PathChange, some: readonly Item[]) => Promise<readonly Result[]>,
): Promise<readonly Result[]> {
  const parts = new Set(items.map(partOf));
  const found = new Map(
    await Promise.all(
      [...parts].map(async (part) => {
        const some = items.filter((item) => partOf(item) === part);
        return [part, (await work(part, some)).values()] as const;
      }),
    ),
  );
  return items.flatMap((item) => {
    const next = found.get(partOf(item))?.next();
    return next && !next.done ? [next.value] : [];
  });
}

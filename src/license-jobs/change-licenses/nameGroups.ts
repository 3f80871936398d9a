import { AppError } from '../../base/appError';
import type { NamedGroup } from '../../base/principal';
import type { PrecheckResult } from '../../jobs/operation';
import type { LicensingAdapter } from '../../licensing/licensingAdapter';
import type { LicensingCode } from '../../licensing/types';
import type { LicenseJobInput } from '../licenseJob';

/** Most people who are read again for the names of groups: as many as one request takes (Graph: `in` takes 15 values). */
const maxReadAgain = 15;

/**
 * Fills in the names of groups that outcomes are about, which a reading in bulk leaves out. One person of each group is
 * read again, in one request; a group whose name can't be read stays without one. Rejects with AppError `cancelled` alone.
 */
export async function nameGroups(
  licensing: LicensingAdapter,
  checked: readonly PrecheckResult<LicensingCode>[],
  inputs: readonly LicenseJobInput[],
  signal: AbortSignal,
): Promise<readonly PrecheckResult<LicensingCode>[]> {
  const unnamed = new Map<string, LicenseJobInput>();
  checked.forEach((each, index) => {
    const input = inputs[index];
    if (!input) return;
    for (const { id, name } of groupsOf(each))
      if (name === undefined && !unnamed.has(id) && unnamed.size < maxReadAgain) unnamed.set(id, input);
  });
  if (unnamed.size === 0) return checked;
  const people = [...new Set([...unnamed.values()].map(({ change }) => change.principal))];
  const names = await readNames(licensing, people, signal);
  const named = (group: NamedGroup): NamedGroup =>
    group.name === undefined ? { id: group.id, name: names.get(group.id) } : group;
  return checked.map((each) => {
    const groups = groupsOf(each);
    if (groups.length === 0 || each.kind !== 'settled') return each;
    return { ...each, outcome: { ...each.outcome, groups: groups.map(named) } };
  });
}

function groupsOf(checked: PrecheckResult<LicensingCode>): readonly NamedGroup[] {
  if (checked.kind !== 'settled') return [];
  return ('groups' in checked.outcome && checked.outcome.groups) || [];
}

async function readNames(
  licensing: LicensingAdapter,
  people: readonly LicenseJobInput['change']['principal'][],
  signal: AbortSignal,
): Promise<ReadonlyMap<string, string>> {
  const names = new Map<string, string>();
  try {
    for (const { seats } of await licensing.readHoldings(people, { signal }))
      for (const { path } of seats)
        if (path.kind === 'group' && path.groupName !== undefined) names.set(path.groupId, path.groupName);
  } catch (thrown) {
    if (thrown instanceof AppError && thrown.code === 'cancelled') throw thrown;
  }
  return names;
}

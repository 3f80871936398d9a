import type { GroupProgress, LicensingAdapter } from '../../src/licensing/licensingAdapter';
import { createChangeLicenses } from '../../src/license-jobs/change-licenses/changeLicenses';
import type { LicenseOperation } from '../../src/license-jobs/licenseOperation';
import { followMember } from '../../src/license-jobs/through-group/followMember';
import { createThroughGroup } from '../../src/license-jobs/through-group/throughGroup';
import { poolSpaces, toPoolKey } from '../../src/licensing/keys';
import { group, guid, license, ref, refOf, seat, user } from '../licensing/support/samples';
import { inputOf, scopeOf } from './openOperations';
import { createLicenseService } from './journalWorld';

const allotment = { product: ref.product, pool: toPoolKey(poolSpaces.allotment, 'abc') };

/** A service whose group holds the license, and which tells this of its progress. */
function serviceWith(progress: Partial<GroupProgress>, pool = allotment) {
  const service = createLicenseService(new Map([[guid(5), [license(pool)]]]), []);
  const licensing: LicensingAdapter = {
    ...service.licensing,
    readGroupProgress: () => Promise.resolve({ processing: 'unknown', issues: new Map(), ...progress }),
  };
  return { ...service, licensing, timeForChanges: (count: number) => count };
}

async function poll(
  operation: LicenseOperation,
  input: ReturnType<typeof inputOf>,
  scope: Parameters<NonNullable<LicenseOperation['poll']>>[1],
  times: number,
) {
  const outcomes = [];
  for (let time = 0; time < times; time += 1)
    outcomes.push(...((await operation.poll?.([input], scope)) ?? []));
  return outcomes;
}

const toGroup = inputOf(group(5), { add: [license(allotment)] });
const scope = scopeOf({ kind: 'assign', pools: [allotment] });

test('a group of which the service tells no progress is waited for, and its members are then said to be unknown', async () => {
  const operation = createChangeLicenses(serviceWith({}));
  expect(await poll(operation, toGroup, scope, 6)).toEqual([
    ...Array.from({ length: 5 }, () => undefined),
    { kind: 'done', isShortfallUnknown: true },
  ]);
});

test('members who wait or are in error by then are counted, as those that are known', async () => {
  const issues = new Map([[guid(1), 'not-enough-licenses']] as const);
  const operation = createChangeLicenses(serviceWith({ issues }));
  expect((await poll(operation, toGroup, scope, 6)).at(-1)).toEqual({
    kind: 'done',
    shortfall: 1,
    isShortfallUnknown: true,
  });
});

test('a group of the directory whose state is unknown is done as soon as it shows the license', async () => {
  const pool = refOf(900);
  const operation = createChangeLicenses(serviceWith({}, pool));
  const input = inputOf(group(5), { add: [license(pool)] });
  expect(await poll(operation, input, scopeOf({ kind: 'assign', pools: [pool] }), 1)).toEqual([
    { kind: 'done' },
  ]);
});

test.each([
  ['waits for a seat', new Map([[guid(1), 'not-enough-licenses']] as const), 1, 'no-licenses-available'],
  ['shows nothing at all', new Map(), 6, 'outcome-unknown'],
] as const)('a person in a group who %s is not polled for ever', async (_what, issues, times, reason) => {
  const service = serviceWith({ issues });
  const operation = createThroughGroup({ ...service, directory: service.directory });
  const context = { groupId: guid(5), isMade: false, carriedBefore: true };
  const input = inputOf(user(1), { add: [license(allotment)] });
  const throughGroup = scopeOf({ kind: 'through-group', pools: [allotment] }, { context });
  const outcomes = await poll(operation, input, throughGroup, times);
  expect(outcomes).toEqual([
    ...Array.from({ length: times - 1 }, () => undefined),
    { kind: 'failed', reason },
  ]);
});

test('a seat that is there counts more than an issue that is told', () => {
  const membership = { groupId: guid(5), products: [ref.product], isLeaving: false };
  const given = seat({ path: { kind: 'group', groupId: guid(5), groupName: undefined } });
  expect(followMember({ seats: [given] }, { ...membership, issue: 'other' })).toEqual({ kind: 'done' });
});

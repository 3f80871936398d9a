import { AppError } from '../../../src/base/appError';
import type { Clock } from '../../../src/base/clock';
import type { Outcome } from '../../../src/base/outcome';
import type { Principal } from '../../../src/base/principal';
import type { JobEvent } from '../../../src/jobs/journal/journal';
import { createInitialState } from '../../../src/jobs/state/jobState';
import { reduceJob } from '../../../src/jobs/state/reduceJob';
import type {
  HeldBefore,
  LicenseJobInput,
  LicenseJobSubject,
  LicenseJobView,
} from '../../../src/license-jobs/licenseJob';
import { createRecentChanges } from '../../../src/license-jobs/recent-changes/createRecentChanges';
import { poolSpaces, toPoolKey } from '../../../src/licensing/keys';
import type { LicensingAdapter } from '../../../src/licensing/licensingAdapter';
import type { Holder, LicensedGroup, LicensingCode } from '../../../src/licensing/types';
import { group, owned, ref, seat, user } from '../../licensing/support/samples';
import { fakeLicensing } from '../../ui/support/fakeServices';

const minuteInMs = 60_000;

interface SetupOptions {
  readonly assigned?: number;
  /** People and groups whom the directory tells; default is that it can't be read. */
  readonly directory?: readonly Principal[];
}

/** Jobs whose outcomes the test gives, a service whose readings the test sets, and the changes of the one over the other. */
function setup({ assigned = 5, directory }: SetupOptions = {}) {
  let now = 1_000_000;
  const clock: Clock = { now: () => now, monotonic: () => now, wait: () => Promise.resolve() };
  const views: LicenseJobView[] = [];
  const opened: string[] = [];
  const asked: string[][] = [];
  const shown = {
    holders: [] as Holder[],
    /** Undefined where they can't be read. */
    groups: [] as readonly LicensedGroup[] | undefined,
    issues: [] as Holder[],
    assigned,
    /** A page after the first one, where there is one. */
    more: undefined as Holder[] | undefined,
  };
  const adapter: LicensingAdapter = fakeLicensing({
    listProducts: () =>
      Promise.resolve([
        owned({ seats: { total: 10, assigned: shown.assigned, available: 10 - shown.assigned } }),
      ]),
    listHolders: ({ cursor }) =>
      Promise.resolve(
        cursor === undefined
          ? { holders: shown.holders, total: shown.holders.length, next: shown.more && 'more' }
          : { holders: shown.more ?? [], total: undefined, next: undefined },
      ),
    listGroups: () =>
      shown.groups ? Promise.resolve(shown.groups) : Promise.reject(new AppError('service-unavailable')),
    listPeopleWithIssues: () => Promise.resolve({ people: shown.issues, unreadGroups: [] }),
    readHoldings: (principals) =>
      Promise.resolve(
        principals.map((principal) => ({
          principal,
          seats: shown.holders.find((holder) => holder.user.id === principal.id)?.seats ?? [],
        })),
      ),
  });
  const open = () => {
    const recent = createRecentChanges({
      clock,
      readPrincipals: (refs) => {
        asked.push(refs.map(({ id }) => id));
        if (!directory) return Promise.reject(new AppError('service-unavailable'));
        return Promise.resolve(new Map(directory.map((principal) => [principal.id, principal])));
      },
      jobs: () => ({
        list: () => views.map((view) => ({ ...view.state(), runner: 'nobody' as const })),
        open: (id) => {
          opened.push(id);
          const view = views.find((each) => each.state().header.id === id);
          return view ? Promise.resolve(view) : Promise.reject(new Error('no such job'));
        },
        subscribe: () => () => undefined,
      }),
    });
    return { recent, licensing: recent.correct(adapter, () => user(1).id) };
  };

  /** Adds a job that ended just now. */
  function run(
    kind: 'assign' | 'remove',
    principals: readonly Principal[],
    {
      outcome = { kind: 'done' },
      held = kind === 'remove' ? [{ ...ref, disabledPlanIds: [] }] : [],
      settledAfterInMs = 0,
    }: {
      readonly outcome?: Outcome<LicensingCode>;
      readonly held?: readonly HeldBefore[];
      readonly settledAfterInMs?: number;
    } = {},
  ): string {
    const id = `job-${views.length + 1}`;
    const items = principals.map((principal) => {
      const change = {
        principal: { kind: principal.kind, id: principal.id },
        add: kind === 'assign' ? [{ ...ref, disabledPlanIds: [] }] : [],
        remove: kind === 'remove' ? [ref] : [],
      };
      return { key: principal.id, input: { principal, change } };
    });
    const before = { seats: held };
    const events: JobEvent<LicensingCode>[] = [
      { kind: 'started', at: now - 1 },
      { kind: 'intended', items: items.map((_item, index) => [index, before] as const) },
      {
        kind: 'settled',
        at: now + settledAfterInMs,
        items: items.map((_item, index) => [index, outcome] as const),
      },
      { kind: 'finished', at: now + settledAfterInMs },
    ];
    const header = {
      id,
      operation: 'change-licenses',
      subject: { kind, products: [{ ...ref, name: 'Plover Notes', assigned: shown.assigned }] },
      owner: { tenantId: 'tenant', accountId: 'account', name: undefined },
      plannedAt: now - 2,
      size: items.length,
      undoOf: undefined,
    };
    const state = events.reduce(
      reduceJob<LicenseJobSubject, LicenseJobInput, LicensingCode>,
      createInitialState<LicenseJobSubject, LicenseJobInput, LicensingCode>(header, items),
    );
    views.unshift({
      state: () => state,
      throughput: () => ({ itemsPerMinute: undefined, timeLeftInMs: undefined }),
      runner: () => 'nobody',
      subscribe: () => () => undefined,
    });
    return id;
  }

  const { recent, licensing } = open();
  return {
    shown,
    opened,
    asked,
    run,
    recent,
    licensing,
    open,
    pass: (inMs: number) => {
      now += inMs;
    },
    names: async () => {
      const page = await licensing.listHolders({ product: ref.product });
      return page.holders.map((holder) => holder.user.displayName);
    },
    assigned: async (from = licensing) => (await from.listProducts())[0]?.seats.assigned,
    update: () => recent.updates()[0],
  };
}

const holder = (number: number): Holder => ({ user: user(number), seats: [seat()] });

test('a new holder is in the list at once, marked, until a reading shows the license', async () => {
  const { run, shown, licensing, pass, names, update } = setup();
  shown.holders = [holder(1)];
  run('assign', [user(2)]);
  pass(1_000);
  const page = await licensing.listHolders({ product: ref.product });
  expect(page.holders[0]).toMatchObject({ user: { displayName: 'Person 2' }, isUpdating: true });
  expect(page.total).toBe(2);
  expect(update()).toMatchObject({ name: 'Plover Notes', isUpdating: true });
  shown.holders = [holder(1), holder(2)];
  pass(8_000);
  expect((await licensing.listHolders({ product: ref.product })).holders[1]).toEqual(holder(2));
  // Another admin removes the license then: the reading is right.
  shown.holders = [holder(1)];
  pass(1_000);
  expect(await names()).toEqual(['Person 1']);
});

test('a license that is read through another door than it was assigned through is no second one', async () => {
  const { shown, run, licensing } = setup();
  run('assign', [user(1)]);
  const allotted = seat({ pool: toPoolKey(poolSpaces.allotment, 'a') });
  shown.holders = [{ user: user(1), seats: [allotted] }];
  const [holding] = await licensing.readHoldings([user(1)], { products: [ref.product] });
  expect(holding?.seats).toEqual([allotted]);
});

test('who lost a license is out of the list at once, and stays with a license of a group', async () => {
  const { run, shown, licensing, pass } = setup();
  const both = seat({ path: { kind: 'group', groupId: 'g', groupName: 'Sales' } });
  shown.holders = [holder(1), { user: user(2), seats: [seat(), both] }];
  run('remove', [user(1), user(2)]);
  pass(1_000);
  const { holders, total } = await licensing.listHolders({ product: ref.product });
  expect(holders).toEqual([{ user: user(2), seats: [both], isUpdating: true }]);
  expect(total).toBe(1);
});

test('somebody on a later page is not missed there', async () => {
  const { run, shown, licensing, pass, update } = setup();
  shown.holders = [holder(1)];
  shown.more = [holder(2)];
  run('assign', [user(2)]);
  pass(16 * minuteInMs);
  const first = await licensing.listHolders({ product: ref.product });
  expect(update()?.missing).toEqual([]);
  await licensing.listHolders({ product: ref.product, cursor: first.next });
  expect(update()?.missing).toEqual([]);
});

test('what the picker and the checks read knows the change as well, and the latest one counts', async () => {
  const { run, licensing, pass } = setup();
  const held = async () => (await licensing.readHoldings([user(1)]))[0]?.seats.length;
  run('assign', [user(1)]);
  pass(1_000);
  expect(await held()).toBe(1);
  expect(await licensing.readOwnSeats()).toHaveLength(1);
  run('remove', [user(1)]);
  pass(1_000);
  expect(await held()).toBe(0);
});

test('seats follow from the changes until the count does, also after a reload', async () => {
  const { run, shown, pass, assigned, update, open } = setup({ assigned: 5 });
  expect(await assigned()).toBe(5);
  pass(1_000);
  run('assign', [user(1), user(2)]);
  run('remove', [user(3)]);
  pass(1_000);
  expect(await assigned()).toBe(6);
  expect(update()).toMatchObject({ areSeatsUpdating: true });
  expect(await assigned(open().licensing)).toBe(6);
  shown.assigned = 6;
  pass(15_000);
  expect(await assigned()).toBe(6);
  expect(update()).toMatchObject({ areSeatsUpdating: false });
  // Another admin assigns one more.
  shown.assigned = 7;
  expect(await assigned()).toBe(7);
});

test('a number that the changes do not explain is shown as it is', async () => {
  const { run, shown, pass, assigned } = setup({ assigned: 5 });
  await assigned();
  pass(1_000);
  run('assign', [user(1)]);
  shown.assigned = 9;
  pass(1_000);
  expect(await assigned()).toBe(9);
});

test('after 15 minutes readings are shown as they are, and the people and numbers that differ are named', async () => {
  const { run, shown, pass, assigned, names, update } = setup({ assigned: 5 });
  shown.holders = [holder(3)];
  await assigned();
  pass(1_000);
  const jobId = run('assign', [user(1), user(2)]);
  run('remove', [user(3)]);
  pass(1_000);
  expect(await assigned()).toBe(6);
  pass(15 * minuteInMs);
  expect(await assigned()).toBe(5);
  expect(await names()).toEqual(['Person 3']);
  expect(update()).toMatchObject({
    isUpdating: false,
    seats: { expected: 6, shown: 5 },
  });
  const missing = update()?.missing.map(({ principal: { displayName }, isAssigned, jobId: by }) => [
    displayName,
    isAssigned,
    by === jobId,
  ]);
  expect(missing?.sort()).toEqual([
    ['Person 1', true, true],
    ['Person 2', true, true],
    ['Person 3', false, false],
  ]);
  shown.holders = [holder(1), holder(2)];
  shown.assigned = 6;
  await assigned();
  await names();
  expect(update()).toMatchObject({ missing: [], seats: undefined });
});

test('a reading that leaves licenses out neither confirms a removal nor contradicts one', async () => {
  const { shown, run, licensing, pass, update } = setup();
  run('remove', [user(1)]);
  pass(minuteInMs);
  shown.holders = [{ user: user(1), seats: [], isIncomplete: true }];
  await licensing.listHolders({ product: ref.product });
  expect(update()?.isUpdating).toBe(true);
  // The list shows the license again: had the gap before passed for a confirmation, the removal would not be laid over it.
  shown.holders = [{ user: user(1), seats: [seat()] }];
  expect((await licensing.listHolders({ product: ref.product })).holders).toEqual([]);
  pass(20 * minuteInMs);
  shown.holders = [{ user: user(1), seats: [], isIncomplete: true }];
  await licensing.listHolders({ product: ref.product });
  expect(update()?.missing).toEqual([]);
});

test('a license that is still in error is not what an assignment left', async () => {
  const { shown, run, licensing, pass } = setup();
  run('assign', [user(1)]);
  pass(minuteInMs);
  shown.holders = [{ user: user(1), seats: [seat({ state: 'error' })] }];
  const { holders } = await licensing.listHolders({ product: ref.product });
  expect(holders).toMatchObject([{ isUpdating: true, seats: [{ state: 'active' }] }]);
});

test('what failed or was left as it was changes nothing', async () => {
  const { run, pass, names, assigned, recent } = setup();
  run('assign', [user(1)], { outcome: { kind: 'failed', reason: 'refused' } });
  run('assign', [user(2)], { outcome: { kind: 'skipped', reason: 'inherited' } });
  pass(1_000);
  expect(await names()).toEqual([]);
  expect(await assigned()).toBe(5);
  expect(recent.updates()).toEqual([]);
});

test('a group is listed at once; its members are not known, so no number is made up', async () => {
  const { run, pass, assigned, licensing, update } = setup({ assigned: 5 });
  run('assign', [group(7)], { outcome: { kind: 'done', pending: true } });
  pass(1_000);
  expect(await licensing.listGroups(ref.product)).toMatchObject([
    {
      group: { displayName: 'Group 7', isRoleAssignable: undefined, isNameOnly: true },
      processing: 'queued',
      memberCount: undefined,
    },
  ]);
  expect(await assigned()).toBe(5);
  expect(update()).toMatchObject({ isUpdating: true, areSeatsUpdating: true });
});

test('while a group is at work, the number of seats follows the holders, whichever is read late', async () => {
  const { shown, run, pass, assigned, names, licensing } = setup({ assigned: 2 });
  shown.holders = [holder(1), holder(2)];
  await names();
  // Entra is done with a group after some of its people have their license.
  run('assign', [group(7)], { settledAfterInMs: 1_500 });
  pass(1_000);
  shown.holders = [holder(1), holder(2), holder(3)];
  shown.more = [holder(3), holder(4), { user: user(5), seats: [seat({ state: 'error' })] }];
  await names();
  // The number waits for the end of the list.
  expect(await assigned()).toBe(2);
  await licensing.listHolders({ product: ref.product, cursor: 'more' });
  expect(await assigned()).toBe(4);
  pass(1_000);
  expect(await assigned()).toBe(4);
  // A count that is further than the list is shown as it is.
  shown.assigned = 6;
  expect(await assigned()).toBe(6);
});

test('a group that takes licenses is followed by the holders too, and one of unknown state says nothing', async () => {
  const { shown, run, pass, assigned, names } = setup({ assigned: 3 });
  run('remove', [group(7)], { outcome: { kind: 'done', pending: true } });
  pass(1_000);
  shown.holders = [holder(1), { user: user(2), seats: [seat({ state: 'unknown' })] }];
  await names();
  expect(await assigned()).toBe(3);
  shown.holders = [holder(1)];
  await names();
  expect(await assigned()).toBe(1);
  // A list that was read before the last change is not taken for what is so after it.
  run('assign', [user(8)]);
  expect(await assigned()).toBe(3);
});

test('a long job is collected once, however often lists are read', async () => {
  const { run, pass, assigned, opened } = setup({ assigned: 0 });
  run(
    'assign',
    Array.from({ length: 20_000 }, (_, index) => user(index + 1)),
  );
  pass(1_000);
  expect(await assigned()).toBe(20_000);
  expect(await assigned()).toBe(20_000);
  expect(opened).toEqual(['job-1']);
});

test('who is added is read from the directory, so that nothing about the person or group is made up', async () => {
  const blocked = user(2, { isBlocked: true, usageLocation: 'NO' });
  const guarded = group(7, { isRoleAssignable: true });
  const { run, licensing, pass, asked, shown } = setup({ directory: [blocked, guarded] });
  shown.holders = [holder(1)];
  run('assign', [user(1), user(2), group(7)]);
  pass(1_000);
  const { holders } = await licensing.listHolders({ product: ref.product });
  expect(holders.map(({ user: person }) => person)).toEqual([blocked, user(1)]);
  expect(await licensing.listGroups(ref.product)).toMatchObject([{ group: guarded }]);
  expect(asked).toEqual([[blocked.id], [guarded.id]]);
});

test('of somebody who can’t be read only the name is known, and no more than 300 are asked for', async () => {
  const { run, licensing, pass, asked } = setup();
  run(
    'assign',
    Array.from({ length: 400 }, (_, index) => user(index + 1)),
  );
  pass(1_000);
  const { holders } = await licensing.listHolders({ product: ref.product });
  expect(asked[0]).toHaveLength(300);
  expect(holders).toHaveLength(400);
  expect(holders[0]?.user).toMatchObject({
    displayName: 'Person 1',
    isNameOnly: true,
    isBlocked: undefined,
    isGuest: undefined,
    usageLocation: undefined,
  });
});

test('a license in error takes no seat: removing it frees none, and assigning it anew takes one', async () => {
  const { run, shown, pass, assigned, update } = setup({ assigned: 5 });
  const held = [{ ...ref, disabledPlanIds: [], isInError: true }];
  run('remove', [user(1)], { held });
  pass(1_000);
  expect(await assigned()).toBe(5);
  pass(1_000);
  run('assign', [user(2)], { held });
  pass(1_000);
  expect(await assigned()).toBe(6);
  shown.assigned = 6;
  pass(16 * minuteInMs);
  expect(await assigned()).toBe(6);
  expect(update()).toMatchObject({ seats: undefined });
});

test('a person in error who gets a license is not in error any more, and one whose group still can’t give it has an issue', async () => {
  const { run, shown, licensing, pass, update } = setup();
  const failed = seat({ state: 'error', issue: 'not-enough-licenses' });
  const throughGroup = seat({ ...failed, path: { kind: 'group', groupId: 'g', groupName: 'Sales' } });
  shown.issues = [
    { user: user(1), seats: [failed] },
    { user: user(2), seats: [throughGroup] },
    { user: user(3), seats: [throughGroup] },
  ];
  run('assign', [user(1), user(2)]);
  pass(1_000);
  const { people } = await licensing.listPeopleWithIssues(ref.product);
  expect(people).toMatchObject([
    { user: user(2), seats: [{ path: { kind: 'direct' }, state: 'active' }, throughGroup], isUpdating: true },
    { user: user(3), seats: [throughGroup] },
  ]);
  // Fifteen minutes later it is no longer a matter of time.
  pass(16 * minuteInMs);
  expect((await licensing.listPeopleWithIssues(ref.product)).people).toEqual(shown.issues);
  expect(update()?.missing.map(({ principal }) => principal.displayName)).toEqual(['Person 1', 'Person 2']);
});

test('of a list that is too long to be read again those are read who were changed, in turn, until each is shown', async () => {
  const { run, shown, licensing, pass, recent, update } = setup();
  run(
    'assign',
    Array.from({ length: 450 }, (_, index) => user(index + 1)),
  );
  pass(1_000);
  await licensing.listProducts();
  const read = async () => {
    const principals = recent.nextToRead(ref.product);
    await licensing.readHoldings(principals, { products: [ref.product] });
    return principals.length;
  };
  expect(await read()).toBe(300);
  expect(await read()).toBe(150);
  shown.holders = Array.from({ length: 449 }, (_, index) => holder(index + 1));
  shown.assigned = 455;
  pass(8_000);
  await licensing.listProducts();
  expect(await read()).toBe(300);
  expect(await read()).toBe(150);
  expect(update()).toMatchObject({ isUpdating: true, areSeatsUpdating: false });
  expect(recent.nextToRead(ref.product)).toEqual([{ kind: 'user', id: user(450).id }]);
  shown.holders.push(holder(450));
  await licensing.readHoldings([user(450)]);
  expect(update()).toMatchObject({ isUpdating: false });
  expect(recent.nextToRead(ref.product)).toEqual([]);
});

test('a product is marked while its number of seats may not show the changes', async () => {
  const { run, shown, licensing, pass } = setup({ assigned: 5 });
  const isMarked = async () => (await licensing.listProducts())[0]?.isUpdating === true;
  expect(await isMarked()).toBe(false);
  pass(1_000);
  run('assign', [user(1)]);
  pass(1_000);
  expect(await isMarked()).toBe(true);
  shown.assigned = 6;
  pass(15_000);
  expect(await isMarked()).toBe(false);
  run('assign', [group(7)], { outcome: { kind: 'done', pending: true } });
  pass(1_000);
  expect(await isMarked()).toBe(true);
  pass(16 * minuteInMs);
  expect(await isMarked()).toBe(false);
});

test('a reading that began in time and ended late does not end the wait: a later one has to tell', async () => {
  const { run, shown, licensing, pass, assigned, names, update } = setup({ assigned: 5 });
  await assigned();
  pass(1_000);
  run('assign', [user(1)]);
  pass(15 * minuteInMs - 1_000);
  const reading = licensing.listHolders({ product: ref.product });
  pass(30_000);
  expect((await reading).holders).toHaveLength(1);
  expect(update()).toMatchObject({ isUpdating: true, areSeatsUpdating: true, missing: [] });
  expect(await assigned()).toBe(5);
  expect(await names()).toEqual([]);
  expect(update()).toMatchObject({ isUpdating: false, seats: { expected: 6, shown: shown.assigned } });
  expect(update()?.missing).toHaveLength(1);
});

const listed: LicensedGroup = {
  group: group(7),
  processing: 'processing',
  peopleWithIssues: 0,
  memberCount: 3,
  disabledPlanIds: [],
  otherProducts: [],
};
const pending = { outcome: { kind: 'done', pending: true } } as const;

test('a group that a reading shows as processed is waited for as long as counts take from then on', async () => {
  const { run, shown, licensing, pass, update } = setup({ assigned: 5 });
  run('assign', [group(7)], pending);
  pass(1_000);
  shown.groups = [listed];
  pass(3 * minuteInMs);
  await licensing.listGroups(ref.product);
  expect(update()).toMatchObject({ isUpdating: true });
  shown.groups = [{ ...listed, processing: 'complete' }];
  await licensing.listGroups(ref.product);
  expect(update()).toMatchObject({ isUpdating: true, areSeatsUpdating: true });
  pass(minuteInMs);
  await licensing.listGroups(ref.product);
  expect(update()).toMatchObject({ isUpdating: true });
  // From the first reading that showed it, not from the latest.
  pass(minuteInMs);
  await licensing.listGroups(ref.product);
  expect(update()).toMatchObject({ isUpdating: false });
});

test.each([
  ['shows it as being processed', [listed]],
  ['shows it as processed before the removal', [{ ...listed, processing: 'complete' } as const]],
  ['lacks it, which says nothing of its members,', []],
])(
  'a group from which a license is removed is not taken for processed when a reading %s',
  async (_what, groups) => {
    const { run, shown, licensing, pass, update } = setup({ assigned: 5 });
    run('remove', [group(7)], pending);
    shown.groups = groups;
    pass(3 * minuteInMs);
    expect(await licensing.listGroups(ref.product)).toEqual([]);
    expect(update()).toMatchObject({ areSeatsUpdating: true });
    expect((await licensing.listProducts())[0]).toMatchObject({ isUpdating: true });
    pass(13 * minuteInMs);
    await licensing.listGroups(ref.product);
    expect(update()).toMatchObject({ areSeatsUpdating: false });
  },
);

test('the wait for a group ends by the clock, also where nothing can be read, and is not begun again', async () => {
  const { run, shown, licensing, pass, update } = setup({ assigned: 5 });
  run('assign', [group(7)], pending);
  pass(1_000);
  await licensing.listProducts();
  expect(update()).toMatchObject({ isUpdating: true });
  shown.groups = undefined;
  pass(18 * minuteInMs);
  await expect(licensing.listGroups(ref.product)).rejects.toThrow();
  expect(update()).toMatchObject({ isUpdating: false });
  shown.groups = [{ ...listed, processing: 'complete' }];
  await licensing.listGroups(ref.product);
  expect(update()).toMatchObject({ isUpdating: false });
});

test('several groups are processed once each of them is, with the apps that it was given', async () => {
  const { run, shown, licensing, pass, update } = setup({ assigned: 5 });
  run('assign', [group(7), group(8)], pending);
  const areSeatsUpdating = async (groups: readonly LicensedGroup[]) => {
    shown.groups = groups;
    pass(3 * minuteInMs);
    await licensing.listGroups(ref.product);
    pass(2 * minuteInMs);
    await licensing.listGroups(ref.product);
    return update()?.areSeatsUpdating;
  };
  const complete = { ...listed, processing: 'complete' } as const;
  expect(await areSeatsUpdating([complete])).toBe(true);
  expect(await areSeatsUpdating([complete, { ...complete, group: group(8), disabledPlanIds: ['x'] }])).toBe(
    true,
  );
  expect(await areSeatsUpdating([complete, { ...complete, group: group(8) }])).toBe(false);
});

test('a change after one that no reading shows is marked and waited for anew, and takes the place of the other', async () => {
  const { run, shown, licensing, pass, update } = setup({ assigned: 5 });
  const held = [{ ...ref, disabledPlanIds: ['x'] }];
  shown.holders = [{ user: user(1), seats: [seat({ disabledPlanIds: ['x'] })] }];
  run('assign', [user(1)], { held });
  pass(16 * minuteInMs);
  await licensing.listHolders({ product: ref.product });
  expect(update()).toMatchObject({ isUpdating: false, missing: [{ jobId: 'job-1' }] });
  run('assign', [user(1)], { held });
  pass(1_000);
  // Any reading announces it; the list itself is read later.
  await licensing.listProducts();
  expect(update()).toMatchObject({ isUpdating: true, missing: [] });
  const { holders } = await licensing.listHolders({ product: ref.product });
  expect(holders).toMatchObject([{ isUpdating: true, seats: [{ disabledPlanIds: [] }] }]);
  expect(update()).toMatchObject({ isUpdating: true, missing: [] });
  pass(16 * minuteInMs);
  await licensing.listHolders({ product: ref.product });
  expect(update()).toMatchObject({ isUpdating: false, missing: [{ jobId: 'job-2' }] });
});

test('a number of seats that differs after one change is waited for anew after the next one', async () => {
  const { run, pass, assigned, names, update } = setup({ assigned: 5 });
  await assigned();
  pass(1_000);
  run('assign', [user(1)]);
  pass(16 * minuteInMs);
  await assigned();
  expect(update()).toMatchObject({ areSeatsUpdating: false, seats: { expected: 6, shown: 5 } });
  pass(1_000);
  run('assign', [user(2)]);
  pass(1_000);
  await names();
  expect(update()).toMatchObject({ areSeatsUpdating: true, seats: undefined });
  expect(await assigned()).toBe(6);
});

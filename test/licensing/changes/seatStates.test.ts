import { runToEnd } from '../../../src/base/async/inSlices';
import { predictOutcome } from '../../../src/licensing/changes/predictOutcome';
import { hasSeat } from '../../../src/licensing/changes/seatStates';
import { describeProducts } from '../../../src/licensing/catalogue/describeProducts';
import { isAssignable } from '../../../src/licensing/isAssignable';
import { isSent } from '../../../src/licensing/preflight/preflight';
import { previewMove } from '../../../src/licensing/preflight/previewMove';
import { previewRemovals } from '../../../src/licensing/preflight/previewRemoval';
import { runPreflight } from '../../../src/licensing/preflight/runPreflight';
import type { Holding, Seat } from '../../../src/licensing/types';
import { previewAppSwitches } from '../../../src/license-jobs/replace-plans/planAppSwitches';
import { group, groupSeat, guid, holding, owned, reading, ref, refOf, seat, user } from '../support/samples';

const permissions = { access: 'assign-to-all', canLicenseRoleAssignableGroups: true } as const;
const principal = { kind: 'user', id: guid(1) } as const;
const target = owned({ skuId: guid(901) });
const plan = guid(1001);
const unknown = { state: 'unknown' } as const;

/** A person of whom paths are missing, with those that could be read. */
const partly = (...seats: Seat[]): Holding => ({ ...holding(user(1), ...seats), isIncomplete: true });

function assigned(held: Holding) {
  const [product] = describeProducts([owned()], { entries: [], linkHosts: new Set() }, {}, 0);
  if (!product || !isAssignable(product)) throw new Error('no product');
  const { lines, seats } = runPreflight({
    ...permissions,
    products: [product],
    principals: [user(1)],
    holdings: [held],
    groups: new Map(),
    tenant: [],
  });
  const [line] = lines;
  if (!line) throw new Error('no line');
  const { certainty, needed } = seats[0] ?? {};
  return { findings: line.findings.map(({ kind }) => kind), isSent: isSent(line), certainty, needed };
}

const removed = ({ seats, ...held }: Holding) =>
  runToEnd(
    previewRemovals({
      ...permissions,
      product: owned(),
      principals: [user(1)],
      holdings: [{ ...held, seats }],
      groups: new Map(),
    }),
  );

const moved = (held: Holding) =>
  runToEnd(
    previewMove({
      ...permissions,
      from: owned(),
      target,
      disabledPlanIds: [],
      principals: [user(1)],
      holdings: [held],
      groups: new Map(),
    }),
  ).lines[0];

/** Decision of the job about an assignment right before it is sent. */
function assignedByJob({ seats, isIncomplete }: Holding): string {
  const change = { principal, add: [{ ...ref, disabledPlanIds: [] }], remove: [] };
  return predictOutcome('assign', change, seats, isIncomplete).kind;
}

test.each<[string, Holding, boolean | undefined]>([
  ['works', holding(user(1), seat()), true],
  ['works with an issue', holding(user(1), seat({ state: 'active-with-error' })), true],
  ['is in error', holding(user(1), seat({ state: 'error' })), false],
  ['is of another product', holding(user(1), seat(refOf(901))), false],
  ['has an unknown state', holding(user(1), seat(unknown)), undefined],
  ['is in error, and others could not be read', partly(seat({ state: 'error' })), undefined],
  ['works, whatever else could not be read', partly(seat()), true],
])('whether there is a seat where the path %s', (_path, held, expected) => {
  expect(hasSeat(held, ref.product)).toBe(expected);
});

test.each<[string, Holding, ReturnType<typeof assigned>]>([
  [
    'of unknown state',
    holding(user(1), seat(unknown)),
    { findings: ['state-unknown'], isSent: true, certainty: 'at-most', needed: 1 },
  ],
  [
    'that works beside one of unknown state',
    holding(user(1), seat(unknown), groupSeat(5)),
    { findings: ['has-through-group'], isSent: false, certainty: 'exact', needed: 0 },
  ],
  [
    'in error',
    holding(user(1), seat({ state: 'error' })),
    { findings: ['gets-seat'], isSent: true, certainty: 'exact', needed: 1 },
  ],
  [
    'that could not be read',
    partly(),
    { findings: ['unreadable'], isSent: false, certainty: 'exact', needed: 0 },
  ],
  [
    'that works beside one that could not be read',
    partly(seat()),
    { findings: ['has-already'], isSent: false, certainty: 'exact', needed: 0 },
  ],
])('pre-flight and job agree about a path %s', (_path, held, expected) => {
  const found = assigned(held);
  expect(found).toEqual(expected);
  expect(assignedByJob(held)).toBe(found.isSent ? 'send' : 'settled');
});

test('who may have it already is not stopped for want of a seat', () => {
  expect(assigned(holding(user(1), groupSeat(5, unknown))).isSent).toBe(true);
});

test('of a license whose switched-off apps could not be read nothing is sent that might switch them on', () => {
  const held = holding(user(1), seat({ state: 'error', isIncomplete: true }));
  expect(assigned(held)).toMatchObject({ findings: ['unreadable'], isSent: false });
  const switches = new Map([[plan, 'off' as const]]);
  const [line] = runToEnd(previewAppSwitches([user(1)], [held], owned(), switches));
  expect(line?.item.outcome).toEqual({ kind: 'failed', reason: 'unreadable' });
});

test.each<[string, Holding, string, boolean, number]>([
  ['nothing could be read', partly(), 'unreadable', false, 0],
  ['only a group could be read', partly(groupSeat(5)), 'unreadable', false, 0],
  ['a direct license could be read', partly(seat()), 'may-free-seat', true, 0],
  ['the direct state is unknown', holding(user(1), seat(unknown)), 'may-free-seat', true, 0],
  ['a group may keep it', holding(user(1), seat(), groupSeat(5, unknown)), 'may-free-seat', true, 0],
  [
    'a group in error keeps nothing',
    holding(user(1), seat(), groupSeat(5, { state: 'error' })),
    'frees-seat',
    true,
    1,
  ],
])('a removal where %s', (_case, held, kind, isSent, seatsFreed) => {
  const preview = removed(held);
  expect(preview.lines[0]?.consequence).toMatchObject({ kind, isSent });
  expect(preview).toMatchObject({ seatsFreed, isExact: kind === 'frees-seat' || kind === 'unreadable' });
});

test('a path in error that stays does not keep what goes with a selected group', () => {
  const held = holding(user(1), groupSeat(5), groupSeat(6, { state: 'error' }));
  const preview = runToEnd(
    previewRemovals({
      ...permissions,
      product: owned(),
      principals: [group(5), user(1)],
      holdings: [holding(group(5), seat()), held],
      groups: new Map([[guid(5), reading({ members: [held] })]]),
    }),
  );
  expect(preview.lines[1]?.consequence).toMatchObject({
    kind: 'goes-with-group',
    groups: [{ groupId: guid(5) }],
  });
  expect(preview.seatsFreed).toBe(1);
});

test('a path of unknown state that stays leaves open whether the seat does', () => {
  const held = holding(user(1), groupSeat(5), groupSeat(6, unknown));
  const preview = runToEnd(
    previewRemovals({
      ...permissions,
      product: owned(),
      principals: [group(5), user(1)],
      holdings: [holding(group(5), seat()), held],
      groups: new Map([[guid(5), reading({ members: [held] })]]),
    }),
  );
  expect(preview.lines[1]?.consequence).toMatchObject({ kind: 'goes-with-group', isUnsure: true });
  expect(preview.lines[0]?.consequence).toMatchObject({ kind: 'members-lose', members: undefined });
  expect(preview).toMatchObject({ seatsFreed: 0, unsure: 1, isExact: false });
});

test('a group of which the licenses could not be read is not said to carry none', () => {
  const preview = runToEnd(
    previewRemovals({
      ...permissions,
      product: owned(),
      principals: [group(5)],
      holdings: [{ ...holding(group(5)), isIncomplete: true }],
      groups: new Map(),
    }),
  );
  expect(preview.lines[0]?.consequence).toEqual({ kind: 'unreadable', isSent: false });
});

test.each<[string, Holding, readonly string[], object | undefined]>([
  ['nothing could be read', partly(), ['unreadable'], { kind: 'failed', reason: 'unreadable' }],
  [
    'the new product could not be read',
    partly(seat()),
    ['unreadable'],
    { kind: 'failed', reason: 'unreadable' },
  ],
  [
    'the old product has an unknown state',
    holding(user(1), seat(unknown)),
    ['moves', 'state-unknown'],
    undefined,
  ],
  [
    'a group is to give the old product and cannot',
    holding(user(1), groupSeat(5, { state: 'error' })),
    ['source-in-error'],
    { kind: 'skipped', reason: 'inherited', groups: [{ id: guid(5), name: 'Group 5' }] },
  ],
])('a move where %s', (_case, held, findings, outcome) => {
  const line = moved(held);
  expect(line?.findings.map(({ kind }) => kind)).toEqual(findings);
  expect(line?.outcome).toEqual(outcome);
});

test('a path in error that stays does not keep a person from moving with a selected group', () => {
  const held = holding(user(1), groupSeat(5), groupSeat(6, { state: 'error' }));
  const { lines } = runToEnd(
    previewMove({
      ...permissions,
      from: owned(),
      target,
      disabledPlanIds: [],
      principals: [group(5), user(1)],
      holdings: [holding(group(5), seat()), held],
      groups: new Map([[guid(5), reading({ members: [held] })]]),
    }),
  );
  expect(lines[1]).toMatchObject({ findings: [{ kind: 'goes-with-group' }], isInGroup: true });
});

test('members of whom it is not known whether they have a seat are counted as such', () => {
  const [product] = describeProducts([owned()], { entries: [], linkHosts: new Set() }, {}, 0);
  if (!product || !isAssignable(product)) throw new Error('no product');
  const members = [partly(), holding(user(2), seat(unknown)), holding(user(3), seat()), holding(user(4))];
  const { lines, seats } = runPreflight({
    ...permissions,
    products: [product],
    principals: [group(5)],
    holdings: [],
    groups: new Map([[guid(5), reading({ members })]]),
    tenant: [],
  });
  expect(lines[0]).toMatchObject({
    findings: [{ kind: 'group-gains', gains: [{ people: 1 }], keeping: 1, unread: 2 }],
  });
  expect(seats[0]).toMatchObject({ certainty: 'at-most', needed: 3 });
});

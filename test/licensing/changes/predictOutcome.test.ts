import { predictOutcome, type ChangeKind } from '../../../src/licensing/changes/predictOutcome';
import type { Change, Seat } from '../../../src/licensing/types';
import { groupSeat, guid, ref, refOf, seat } from '../support/samples';

const principal = { kind: 'user', id: guid(1) } as const;
const target = guid(901);
const plan = guid(1001);
const give = { ...ref, disabledPlanIds: [] };
const assign: Change = { principal, add: [give], remove: [] };
const remove: Change = { principal, add: [], remove: [ref] };
const move: Change = { principal, add: [{ ...refOf(target), disabledPlanIds: [plan] }], remove: [ref] };
const off: Change = { principal, add: [{ ...ref, disabledPlanIds: [plan] }], remove: [] };
/** Another pool of the same product. */
const second = { product: ref.product, pool: refOf(target).pool };
const skipped = (reason: string, ...groups: number[]) => ({
  kind: 'settled',
  outcome: { kind: 'skipped', reason, ...(groups.length > 0 && { groups: groups.map(groupOf) }) },
});
const groupOf = (number: number) => ({ id: guid(number), name: `Group ${number}` });
const failed = (reason: string) => ({ kind: 'settled', outcome: { kind: 'failed', reason } });
const send = (change: Change) => ({ kind: 'send', change });

test.each<[string, ChangeKind, Change, Seat[], object]>([
  ['who holds nothing is given it', 'assign', assign, [], send(assign)],
  ['who holds it keeps the apps as they are', 'assign', off, [seat()], skipped('no-change')],
  [
    'who has it through a group gets no second path',
    'assign',
    assign,
    [groupSeat(5)],
    skipped('inherited-from-group', 5),
  ],
  ['a path in error gives nothing', 'assign', assign, [groupSeat(5, { state: 'error' })], send(assign)],
  [
    'a direct license in error keeps the apps that are off',
    'assign',
    assign,
    [seat({ state: 'error', disabledPlanIds: [plan] })],
    send(off),
  ],
  ['a direct license is taken', 'remove', remove, [seat(), groupSeat(5)], send(remove)],
  ['what a group alone gives is inherited', 'remove', remove, [groupSeat(5)], skipped('inherited', 5)],
  ['nothing cannot be taken', 'remove', remove, [], skipped('no-change')],
  ['a seat is freed of who has another', 'free-seat', remove, [seat(), seat(second)], send(remove)],
  ['a group counts as another', 'free-seat', remove, [seat(), groupSeat(5, second)], send(remove)],
  [
    'who would lose the product keeps it',
    'free-seat',
    remove,
    [seat(), seat({ ...second, state: 'error' })],
    failed('concurrent-change'),
  ],
  ['a seat that is free already is left alone', 'free-seat', remove, [seat(second)], skipped('no-change')],
  [
    'who has it from another pool takes no second seat',
    'assign',
    assign,
    [seat(second)],
    skipped('no-change'),
  ],
  [
    'a direct license in error is given again from its own pool, not as a second seat',
    'assign',
    assign,
    [seat({ ...second, state: 'error', disabledPlanIds: [plan] })],
    send({ ...assign, add: [{ ...second, disabledPlanIds: [plan] }] }),
  ],
  ['a move gives and takes', 'move', move, [seat()], send(move)],
  [
    'who has the new product keeps it as it is and gives back the old one',
    'move',
    move,
    [seat(), seat(refOf(target))],
    send({ ...move, add: [] }),
  ],
  [
    'who has the new product through a group gets no second path',
    'move',
    move,
    [seat(), groupSeat(5, refOf(target))],
    send({ ...move, add: [] }),
  ],
  ['a move takes nothing that a group gives', 'move', move, [groupSeat(5)], skipped('inherited', 5)],
  ['who has moved already is left alone', 'move', move, [seat(refOf(target))], skipped('no-change')],
  ['who holds neither gets nothing by a move', 'move', move, [], skipped('not-held')],
  ['apps of a direct license are switched', 'replace-plans', off, [seat()], send(off)],
  [
    'apps that are so already are left alone',
    'replace-plans',
    off,
    [seat({ disabledPlanIds: [plan] })],
    skipped('no-change'),
  ],
  ['apps of a group are not switched for one', 'replace-plans', off, [groupSeat(5)], skipped('inherited', 5)],
  ['switching apps gives nobody a license', 'replace-plans', off, [], skipped('not-held')],
])('%s', (_name, kind, change, seats, expected) => {
  expect(predictOutcome(kind, change, seats)).toEqual(expected);
});

const partly = { isIncomplete: true } as const;
const unsure = { isSourceUnknown: true } as const;

test.each<[string, ChangeKind, Change, Seat[], boolean, object]>([
  ['apps of the old product do not matter to a move', 'move', move, [seat(partly)], false, send(move)],
  [
    'apps of a path in error through a group do not matter to a direct license',
    'assign',
    assign,
    [groupSeat(5, { state: 'error', ...partly })],
    false,
    send(assign),
  ],
  [
    'what comes from a group alone is inherited, whatever its apps',
    'remove',
    remove,
    [groupSeat(5, partly)],
    false,
    skipped('inherited', 5),
  ],
  ['nothing is moved from a group', 'move', move, [groupSeat(5, partly)], false, skipped('inherited', 5)],
  ['nor are its apps switched', 'replace-plans', off, [groupSeat(5, partly)], false, skipped('inherited', 5)],
  ['an unknown way to another product does not matter', 'move', move, [seat(unsure)], false, send(move)],
  [
    'the new product may be held directly, in error, with apps off',
    'move',
    move,
    [seat(), groupSeat(5, { ...refOf(target), state: 'error', ...unsure })],
    false,
    failed('unreadable'),
  ],
  [
    'a path of unknown source may be direct',
    'remove',
    remove,
    [groupSeat(5, unsure)],
    false,
    failed('unreadable'),
  ],
  [
    'apps of a direct license in error are not switched on',
    'assign',
    assign,
    [seat({ state: 'error', ...partly })],
    false,
    failed('unreadable'),
  ],
  [
    'apps that are not known are not switched',
    'replace-plans',
    off,
    [seat(partly)],
    false,
    failed('unreadable'),
  ],
  ['the new product may be missing from the list', 'move', move, [seat()], true, failed('unreadable')],
  ['a direct license that was read is taken', 'remove', remove, [seat(partly)], true, send(remove)],
])('where some could not be read: %s', (_name, kind, change, seats, isIncomplete, expected) => {
  expect(predictOutcome(kind, change, seats, isIncomplete)).toEqual(expected);
});

test('of several products only what is missing is given, and only what is there is taken', () => {
  const both = { ...assign, add: [give, { ...refOf(target), disabledPlanIds: [] }] };
  expect(predictOutcome('assign', both, [seat({ disabledPlanIds: [plan] })])).toEqual(
    send({ ...both, add: both.add.slice(1) }),
  );
  expect(predictOutcome('assign', both, [seat(), groupSeat(5, refOf(target))])).toEqual(
    skipped('inherited-from-group', 5),
  );
  const takeBoth = { ...remove, remove: [ref, refOf(target)] };
  expect(predictOutcome('remove', takeBoth, [seat()])).toEqual(send(remove));
  expect(predictOutcome('remove', takeBoth, [seat(), groupSeat(5, refOf(target))])).toEqual(
    skipped('inherited', 5),
  );
});

test('of several pools only those that are still held are changed', () => {
  const second = { ...ref, pool: refOf(902).pool };
  const held = [seat(second)];
  // Held from another pool by now: the product would stay.
  expect(predictOutcome('remove', remove, held)).toEqual(failed('concurrent-change'));
  expect(predictOutcome('move', move, held)).toEqual(failed('concurrent-change'));
  const fromBoth = { ...move, remove: [ref, second] };
  expect(predictOutcome('move', fromBoth, held)).toEqual(send({ ...move, remove: [second] }));
  const offBoth = { ...off, add: [...off.add, { ...second, disabledPlanIds: [plan] }] };
  expect(predictOutcome('replace-plans', offBoth, held)).toEqual(
    send({ ...off, add: [{ ...second, disabledPlanIds: [plan] }] }),
  );
  expect(predictOutcome('replace-plans', off, held)).toEqual(failed('concurrent-change'));
});

test('the outcome names each group once, and one in error only where no other gives it', () => {
  const inError = groupSeat(7, { state: 'error' });
  expect(predictOutcome('remove', remove, [groupSeat(5), groupSeat(6), inError])).toEqual(
    skipped('inherited', 5, 6),
  );
  expect(predictOutcome('move', move, [inError, inError])).toEqual(skipped('inherited', 7));
});

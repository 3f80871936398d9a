import type { Principal } from '../../../src/base/principal';
import { previewMove, type MoveInput } from '../../../src/licensing/preflight/previewMove';
import type { Holding } from '../../../src/licensing/types';
import { group, groupSeat, guid, holding, owned, ref, refOf, seat, user } from '../support/samples';

const target = guid(901);

function judge(holdings: readonly Holding[], changes: Partial<MoveInput> = {}, available = 10) {
  const principals: Principal[] = [user(1), user(2)].slice(0, Math.max(1, holdings.length));
  return previewMove({
    from: owned(),
    disabledPlanIds: [],
    target: owned({ skuId: target, seats: { total: 10, assigned: 10 - available, available } }),
    principals,
    holdings,
    access: 'assign-to-all',
    canLicenseRoleAssignableGroups: true,
    ...changes,
  });
}

const only = (preflight: ReturnType<typeof judge>) => {
  const [line] = preflight.lines;
  return {
    verdict: line?.verdict,
    findings: line?.findings.map(({ kind }) => kind),
    outcome: line?.outcome,
  };
};

test('who holds the old product directly moves, and needs a seat of the new one', () => {
  const preflight = judge([holding(user(1), seat())]);
  expect(only(preflight)).toEqual({ verdict: 'send', findings: ['moves'], outcome: undefined });
  expect(preflight).toMatchObject({ seatsNeeded: 1, seatsAvailable: 10, seatsMissing: 0 });
  expect(preflight.lines[0]?.change).toMatchObject({ add: [refOf(target)], remove: [ref] });
});

test('who has the new product already needs no seat, and no usage location', () => {
  const person = user(1, { usageLocation: undefined });
  const preflight = judge(
    [holding(person, seat(), groupSeat(5, refOf(target)))],
    { principals: [person] },
    0,
  );
  expect(only(preflight)).toEqual({ verdict: 'send', findings: ['has-target'], outcome: undefined });
  expect(preflight.seatsNeeded).toBe(0);
});

test('a group that gives the old product goes on giving it', () => {
  expect(only(judge([holding(user(1), seat(), groupSeat(5))])).findings).toEqual([
    'moves',
    'keeps-through-group',
  ]);
  expect(only(judge([holding(user(1), groupSeat(5))]))).toEqual({
    verdict: 'stop',
    findings: ['source-inherited'],
    outcome: { kind: 'failed', reason: 'inherited' },
  });
});

test('who does not hold the old product is not moved', () => {
  expect(only(judge([]))).toMatchObject({ verdict: 'stop', findings: ['source-not-held'] });
});

test('from the line on where seats run out nobody is sent, and the missing ones are counted', () => {
  const preflight = judge([holding(user(1), seat()), holding(user(2), seat())], {}, 1);
  expect(preflight.lines.map(({ verdict }) => verdict)).toEqual(['send', 'stop']);
  expect(preflight.lines[1]?.outcome).toEqual({ kind: 'failed', reason: 'no-seats' });
  expect(preflight).toMatchObject({ seatsNeeded: 2, seatsMissing: 1 });
});

test.each([
  [{ usageLocation: undefined }, {}, 'stop', 'usage-location-missing'],
  [{}, { access: 'assign-to-groups' }, 'stop', 'not-permitted'],
  [{ isBlocked: true }, {}, 'risk', 'blocked-account'],
  [{ isGuest: true }, {}, 'risk', 'guest'],
] as const)('a person with %o and %o is %s for %s', (person, question, verdict, finding) => {
  const principal = user(1, person);
  const judged = only(judge([holding(principal, seat())], { principals: [principal], ...question }));
  expect(judged.verdict).toBe(verdict);
  expect(judged.findings).toContain(finding);
});

test('a group moves as a whole, where it can carry licenses and the role covers it', () => {
  const judged = (changes: Parameters<typeof group>[1], question: Partial<MoveInput> = {}) => {
    const principal = group(1, changes);
    return only(judge([holding(principal, seat())], { principals: [principal], ...question }));
  };
  expect(judged({})).toMatchObject({ verdict: 'send', outcome: undefined });
  expect(judged({ isSecurityEnabled: false }).outcome).toMatchObject({ reason: 'group-not-licensable' });
  const guarded = { canLicenseRoleAssignableGroups: false };
  expect(judged({ isRoleAssignable: true }, guarded).outcome).toMatchObject({ reason: 'not-permitted' });
});

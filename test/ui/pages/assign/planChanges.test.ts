import type { PreflightLine } from '../../../../src/licensing/preflight';
import { leftOutRows, planChanges } from '../../../../src/ui/pages/assign/planChanges';
import { fakePerson } from '../../support/fakeHolders';

const line = (number: number, verdict: PreflightLine['verdict']): PreflightLine => ({
  principal: fakePerson(number),
  findings: [],
  verdict,
});
const lines = [line(1, 'send'), line(2, 'skip'), line(3, 'risk'), line(4, 'stop')];

test('what may be sent becomes one change each, with the plans that are off', () => {
  expect(planChanges(lines, 'sku', ['plan'])).toEqual(
    [1, 3].map((number) => {
      const principal = fakePerson(number);
      return {
        principal,
        change: {
          principal: { kind: 'user', id: principal.id },
          add: [{ skuId: 'sku', disabledPlanIds: ['plan'] }],
          remove: [],
        },
      };
    }),
  );
});

test('what is not sent keeps its reason and whether anything was wanting', () => {
  const rows = leftOutRows(lines, ({ verdict }) => verdict);
  expect(rows.map(({ leftOut }) => leftOut)).toEqual([
    { kind: 'not-needed', reason: 'skip' },
    { kind: 'not-possible', reason: 'stop' },
  ]);
});

import { nextLifecycleAt, productState } from '../../../src/licensing/catalogue/productState';
import { owned, subscription } from '../support/samples';

const now = Date.parse('2026-03-01T12:00:00Z');

function inDays(days: number): string {
  return new Date(now + days * 86_400_000).toISOString();
}

test.each(['suspended', 'deleted', 'locked-out'] as const)(
  'a %s SKU is disabled, whatever else holds',
  (capability) => {
    const seats = { total: 0, assigned: 5, available: -5 };
    expect(productState(owned({ capability, seats }), now)).toEqual({ kind: 'disabled' });
  },
);

test('a SKU with nothing but units in grace is expired, also when over-allocated', () => {
  const seats = { total: 1, assigned: 5, available: -4 };
  expect(productState(owned({ capability: 'warning', seats }), now)).toEqual({ kind: 'expired' });
});

test('more assigned than owned is over-allocated before it is expiring', () => {
  const seats = { total: 20, assigned: 26, available: -6 };
  const subscriptions = [subscription({ nextLifecycleAt: inDays(3) })];
  expect(productState(owned({ seats, subscriptions }), now)).toEqual({ kind: 'over-allocated', by: 6 });
});

test.each([
  [0.2, { kind: 'expiring', daysLeft: 1 }],
  [30, { kind: 'expiring', daysLeft: 30 }],
  [30.1, { kind: 'active' }],
  [-1, { kind: 'active' }],
])('a paid subscription that renews in %s days makes it %j', (days, expected) => {
  const subscriptions = [subscription({ nextLifecycleAt: inDays(days) })];
  expect(productState(owned({ subscriptions }), now)).toEqual(expected);
});

test('one of two subscriptions that is in grace and about to end makes it expiring', () => {
  const subscriptions = [
    subscription({ nextLifecycleAt: inDays(265) }),
    subscription({ status: 'warning', nextLifecycleAt: inDays(17) }),
  ];
  expect(productState(owned({ subscriptions }), now)).toEqual({ kind: 'expiring', daysLeft: 17 });
});

test('trials alone are a trial with the days left, also near the end', () => {
  const trial = subscription({ isTrial: true, nextLifecycleAt: inDays(21) });
  expect(productState(owned({ subscriptions: [trial] }), now)).toEqual({ kind: 'trial', daysLeft: 21 });
  const dateless = subscription({ isTrial: true });
  expect(productState(owned({ subscriptions: [dateless] }), now)).toEqual({
    kind: 'trial',
    daysLeft: undefined,
  });
});

test('a trial beside a paid subscription is active', () => {
  const subscriptions = [subscription({ isTrial: true, nextLifecycleAt: inDays(5) }), subscription()];
  expect(productState(owned({ subscriptions }), now)).toEqual({ kind: 'active' });
});

test('a SKU whose subscriptions may not be read is active', () => {
  expect(productState(owned(), now)).toEqual({ kind: 'active' });
});

test('the next date is the earliest that is still to come', () => {
  const dates = [inDays(90), inDays(-3), undefined, inDays(8)];
  const subscriptions = dates.map((date) => subscription({ nextLifecycleAt: date }));
  expect(nextLifecycleAt(subscriptions, now)).toBe(inDays(8));
  expect(nextLifecycleAt([subscription()], now)).toBeUndefined();
});

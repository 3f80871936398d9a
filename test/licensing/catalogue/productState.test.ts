import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import {
  daysUntil,
  isRenewalUnread,
  nextLifecycleAt,
  productState,
} from '../../../src/licensing/catalogue/productState';
import type { Subscription } from '../../../src/licensing/types';
import { owned, subscription } from '../support/samples';

const now = Date.parse('2026-03-01T12:00:00Z');

function inDays(days: number): string {
  return new Date(now + days * 86_400_000).toISOString();
}

test.each(['suspended', 'deleted', 'locked-out'] as const)(
  'a %s SKU is disabled, whatever else holds',
  (capability) => {
    const seats = { total: 0, assigned: 5, available: -5 };
    expect(productState(owned({ capability, seats }), now)).toEqual({
      kind: 'disabled',
      because: capability,
    });
  },
);

test('a SKU with nothing but units in grace is expired, also when over-allocated', () => {
  const seats = { total: 1, assigned: 5, available: -4 };
  const expired = (subscriptions: readonly Subscription[] = []) =>
    productState(owned({ capability: 'warning', seats, subscriptions }), now);
  expect(expired()).toEqual({ kind: 'expired', endsAt: undefined });
  const endsAt = inDays(9);
  const inGrace = subscription({ status: 'warning', nextLifecycleAt: endsAt });
  expect(expired([inGrace])).toEqual({ kind: 'expired', endsAt });
});

test('more assigned than owned is over-allocated before it is expiring', () => {
  const seats = { total: 20, assigned: 26, available: -6 };
  const subscriptions = [subscription({ nextLifecycleAt: inDays(3) })];
  expect(productState(owned({ seats, subscriptions }), now)).toEqual({ kind: 'over-allocated', by: 6 });
});

test.each([
  [0.2, { kind: 'expiring', daysLeft: 0 }],
  // Midnight has passed, and still the day is today.
  [-0.4, { kind: 'expiring', daysLeft: 0 }],
  [30, { kind: 'expiring', daysLeft: 30 }],
  [31, { kind: 'active' }],
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

test('a suspended or locked subscription is no renewal', () => {
  const subscriptions = (['suspended', 'locked-out', 'deleted'] as const).map((status) =>
    subscription({ status, nextLifecycleAt: inDays(8) }),
  );
  expect(nextLifecycleAt(subscriptions, now)).toBeUndefined();
});

test.each([
  [true, [subscription({ isNextUnread: true })]],
  [true, [subscription({ nextLifecycleAt: inDays(8) }), subscription({ isNextUnread: true })]],
  [true, [subscription({ status: 'unknown', nextLifecycleAt: inDays(8) })]],
  [true, [subscription({ status: 'unknown', isNextUnread: true })]],
  [false, [subscription({ status: 'unknown' })]],
  [false, [subscription({ status: 'locked-out', isNextUnread: true })]],
  [false, [subscription()]],
  [false, []],
])('that a date of renewal could not be read is %s of %j', (isUnread, subscriptions) => {
  const read = owned({ subscriptions });
  const [pool] = read.pools;
  const ask = (product: typeof read) =>
    isRenewalUnread({ owned: product, state: productState(product, now) });
  expect(ask(read)).toBe(isUnread);
  expect(ask({ ...read, capability: 'suspended' })).toBe(false);
  expect(ask({ ...read, pools: [{ ...pool, hasUnreadSubscriptions: true }] })).toBe(true);
  expect(ask({ ...read, pools: [{ ...pool, subscriptions: undefined }] })).toBe(true);
});

test.each([
  ['2026-03-01T00:00:00Z', 0],
  ['2026-03-02T00:00:00Z', 1],
  ['2026-02-28T00:00:00Z', -1],
  ['2026-03-31T00:00:00Z', 30],
])('until %s it is %i days, whatever the time of day', (date, days) => {
  for (const time of ['00:00:00', '11:59:59', '23:59:59']) {
    expect(daysUntil(date, Date.parse(`2026-03-01T${time}Z`))).toBe(days);
  }
});

test.each([
  ['America/Los_Angeles', 2],
  ['Pacific/Auckland', 1],
])('a date is the same day in %s, and its days count from the day there', (timeZone, days) => {
  const root = join(__dirname, '../../../src');
  const program = `
    const { createFormat } = require(${JSON.stringify(join(root, 'ui/messages/format.ts'))});
    const { daysUntil } = require(${JSON.stringify(join(root, 'licensing/catalogue/productState.ts'))});
    const date = '2027-05-03T00:00:00Z';
    // Still May 1 in Los Angeles, and May 2 in Auckland.
    console.log(createFormat('en-US').date(date), daysUntil(date, Date.parse('2027-05-01T22:00:00Z')));`;
  const env = { ...process.env, TZ: timeZone };
  const { stdout, stderr } = spawnSync(process.execPath, ['--import', 'tsx', '-e', program], { env });
  expect(stderr.toString()).toBe('');
  expect(stdout.toString().trim()).toBe(`May 3, 2027 ${days}`);
});

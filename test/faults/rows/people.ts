import { license as licenseOf, refOf } from '../../licensing/support/samples';
import type { UserPrincipal } from '../../../src/base/principal';
import type { LicensingCode } from '../../../src/licensing/types';
import { prohibitedCountry, productIds } from '../../../src/sandbox/tenant/products';
import type { UserRow } from '../../../src/sandbox/tenant/rows';
import type { Result, Scenario } from '../scenario';
import { isIdle, runUntilIdle, waitFor } from '../waitFor';
import {
  grantLicenses,
  leaveSeats,
  otherProduct,
  planAssign,
  planMove,
  planOf,
  planRemove,
  product,
} from '../environment/people';
import type { Environment } from '../environment/openEnvironment';
import { atMost, fault, check, oneOf, sentChanges } from './shorthand';

/** The reasons of items that are not done, with their number. */
function reasons({ state }: Result): Partial<Record<LicensingCode | 'cancelled', number>> {
  const counted: Partial<Record<LicensingCode | 'cancelled', number>> = {};
  for (const { outcome } of state.items) {
    if (outcome === undefined || outcome.kind === 'done') continue;
    const reason = outcome.kind === 'cancelled' ? outcome.kind : outcome.reason;
    counted[reason] = (counted[reason] ?? 0) + 1;
  }
  return counted;
}

const ended = (result: Result, expected: ReturnType<typeof reasons>): readonly string[] =>
  check(
    `ended as ${JSON.stringify(reasons(result))}, not ${JSON.stringify(expected)}`,
    JSON.stringify(reasons(result)) === JSON.stringify(expected),
  );

/** Checks that a final refusal is not sent again. */
const askedOnce = (result: Result, isHit: (index: number) => boolean): readonly string[] =>
  result.people
    .filter((_person, index) => isHit(index))
    .flatMap(({ id }) =>
      atMost(
        `changes sent for ${id}`,
        sentChanges(result.environment).filter(({ path }) => path.includes(id)).length,
        1,
      ),
    );

/** Changes the rows of every fifth person. */
const everyFifth = (
  { tenant }: Environment,
  people: readonly UserPrincipal[],
  change: (row: UserRow) => Partial<UserRow>,
): void =>
  tenant.save({
    users: people.filter(isFifth).flatMap(({ id }) => {
      const row = tenant.user(id);
      return row ? [{ ...row, ...change(row) }] : [];
    }),
  });

const isFifth = (_person: unknown, index: number): boolean => index % 5 === 0;
const fifths = (count: number): number => Math.ceil(count / 5);

const license = (skuId: string): UserRow['licenses'][number] => ({
  skuId,
  groupId: null,
  disabledPlans: [],
  state: 'Active',
  error: 'None',
  at: '2025-01-01T00:00:00Z',
});

/** People and products against whom something stands, or who change meanwhile. */
export const peopleRows: readonly Scenario[] = [
  {
    row: '16a',
    name: 'the seats run out, and the rest goes on',
    shouldAllSucceed: false,
    arrange: ({ tenant }) => leaveSeats(tenant, product, 34),
    assert: (result) => ended(result, { 'no-licenses-available': 10 }),
  },
  {
    row: '16b',
    name: 'the seats run out, and the rest waits as was asked',
    people: 260,
    shouldAllSucceed: false,
    plan: (people) => planAssign(people, { stopsWithoutSeats: true }),
    arrange: ({ tenant }) => leaveSeats(tenant, product, 30),
    act: async ({ page, jobId, environment }) => {
      const halted = await runUntilIdle(page, jobId);
      if (halted.pause?.kind !== 'halted') throw new Error(`ended as ${JSON.stringify(halted.pause)}`);
      leaveSeats(environment.tenant, product, 1_000);
      for (let starts = 0; starts < 5; starts += 1) {
        const { status } = await runUntilIdle(page, jobId);
        if (status === 'finished') return;
      }
    },
    assert: (result) =>
      check(
        'all who failed failed for other reasons',
        result.state.counts.failed === (reasons(result)['no-licenses-available'] ?? 0),
      ),
  },
  {
    row: '17',
    name: 'seats are freed, and those who got none are asked for again',
    arrange: ({ tenant }) => leaveSeats(tenant, product, 24),
    act: async ({ environment, page, jobId }) => {
      await runUntilIdle(page, jobId);
      for (let round = 0; round < 3; round += 1) {
        environment.emulator.actAsOtherAdmin('seats-freed', { skuIds: [product] });
        await page.jobs.retryFailed(jobId);
        await waitFor(page, jobId, isIdle);
      }
    },
  },
  {
    row: '18a',
    name: 'the product is suspended in the middle: no seat is given beyond, and each is told',
    shouldAllSucceed: false,
    arrange: fault('sku-suspended', { after: 20, limit: 1 }),
    assert: ({ state }) => check('nobody was told', state.counts.failed > 0),
  },
  {
    row: '18b',
    name: 'the product is suspended before the start: everybody is told, and nothing is written',
    shouldAllSucceed: false,
    arrange: ({ emulator }) => emulator.actAsOtherAdmin('sku-suspended', { skuIds: [product] }),
    assert: (result) => [
      ...ended(result, { 'product-suspended': result.people.length }),
      ...atMost('changes', sentChanges(result.environment).length, 0),
    ],
  },
  {
    row: '19a',
    name: 'people without a usage location are told so, and it is never set',
    shouldAllSucceed: false,
    arrange: (environment, people) => everyFifth(environment, people, () => ({ usageLocation: null })),
    assert: (result) => [
      ...ended(result, { 'usage-location': fifths(44) }),
      ...askedOnce(result, (index) => index % 5 === 0),
      ...check(
        'somebody was given a location',
        result.people
          .filter(isFifth)
          .every(({ id }) => result.environment.tenant.user(id)?.usageLocation === null),
      ),
    ],
  },
  {
    row: '19b',
    name: 'people where the product may not be used are told so',
    shouldAllSucceed: false,
    plan: (people) =>
      planOf({ kind: 'assign', skuIds: [productIds.vault] }, people, () => ({
        add: [licenseOf(refOf(productIds.vault))],
        remove: [],
      })),
    arrange: (environment, people) => {
      leaveSeats(environment.tenant, productIds.vault, 1_000);
      const licenses = (row: UserRow) => row.licenses.filter(({ skuId }) => skuId !== productIds.vault);
      environment.tenant.save({
        users: people.flatMap(({ id }, index) => {
          const row = environment.tenant.user(id);
          const usageLocation = index % 5 === 0 ? prohibitedCountry : 'SE';
          return row ? [{ ...row, usageLocation, licenses: licenses(row) }] : [];
        }),
      });
    },
    assert: (result) => [
      ...ended(result, { 'usage-location': fifths(44) }),
      ...askedOnce(result, (index) => index % 5 === 0),
    ],
  },
  {
    row: '20a',
    name: 'plans conflict with what people hold: final, in one try',
    shouldAllSucceed: false,
    plan: (people) =>
      planOf({ kind: 'assign', skuIds: [productIds.basic] }, people, () => ({
        add: [licenseOf(refOf(productIds.basic))],
        remove: [],
      })),
    arrange: (environment, people) => {
      leaveSeats(environment.tenant, productIds.basic, 1_000);
      leaveSeats(environment.tenant, productIds.suite, 1_000);
      everyone(environment, people, (row, index) => ({
        licenses:
          index % 5 === 0 ? [license(productIds.suite)] : without(row, [productIds.suite, productIds.basic]),
      }));
    },
    assert: (result) => [
      ...ended(result, { 'conflicting-plans': fifths(44) }),
      ...askedOnce(result, (index) => index % 5 === 0),
    ],
  },
  {
    row: '20b',
    name: 'plans that the product needs are missing: final, in one try',
    shouldAllSucceed: false,
    plan: (people) =>
      planOf({ kind: 'assign', skuIds: [productIds.forecast] }, people, () => ({
        add: [licenseOf(refOf(productIds.forecast))],
        remove: [],
      })),
    arrange: (environment, people) => {
      leaveSeats(environment.tenant, productIds.forecast, 1_000);
      leaveSeats(environment.tenant, productIds.suite, 1_000);
      everyone(environment, people, (_row, index) => ({
        licenses: index % 5 === 0 ? [] : [license(productIds.suite)],
      }));
    },
    assert: (result) => [
      ...ended(result, { 'missing-plans': fifths(44) }),
      ...askedOnce(result, (index) => index % 5 === 0),
    ],
  },
  {
    row: '21',
    name: 'another change is under way: 409, 400 and 412',
    arrange: oneOf(
      ...(['concurrency', 'concurrency-400', 'precondition-failed'] as const).map((kind) =>
        fault(kind, { rate: 0.15, limit: 40 }),
      ),
    ),
  },
  {
    row: '22a',
    name: 'people are deleted in the middle: told so, once',
    shouldAllSucceed: false,
    arrange: fault('user-deleted', { rate: 0.1, limit: 6 }),
    assert: (result) => {
      const deleted = result.people.filter(({ id }) => !result.environment.tenant.user(id)).length;
      return ended(result, deleted > 0 ? { 'principal-not-found': deleted } : {});
    },
  },
  {
    row: '22b',
    name: 'guests, blocked and renamed people are the same people',
    arrange: (environment, people) =>
      everyone(environment, people, (row, index) => ({
        ...(index % 3 === 0 ? { userType: 'Guest' } : {}),
        ...(index % 3 === 1 ? { accountEnabled: false } : {}),
        displayName: `${row.displayName} the younger`,
        userPrincipalName: `renamed.${index}@${environment.tenant.defaultDomain}`,
      })),
  },
  {
    row: 'remove',
    name: 'taking products under lost and late answers',
    plan: planRemove,
    arrange: (environment, people, seed) => {
      grantLicenses(environment.tenant, people, product);
      fault('lost-answer', { rate: 0.2 })(environment, people, seed);
    },
  },
  {
    row: 'move',
    name: 'moving people under lost answers leaves nobody without',
    plan: planMove,
    arrange: (environment, people, seed) => {
      grantLicenses(environment.tenant, people, product);
      fault('lost-answer', { rate: 0.2 })(environment, people, seed);
    },
    assert: ({ environment, people }) =>
      people.flatMap(({ id }) =>
        check(
          `${id} has nothing`,
          environment.tenant.user(id)?.licenses.some(({ skuId }) => skuId === otherProduct) ?? false,
        ),
      ),
  },
  {
    row: 'again',
    name: 'a job that ran already writes nothing the second time (I5)',
    act: async ({ page, jobId, people, environment }) => {
      await runUntilIdle(page, jobId);
      const before = sentChanges(environment).length;
      const again = await page.jobs.plan(planAssign(people));
      const { counts } = await runUntilIdle(page, again);
      if (sentChanges(environment).length > before || counts.skipped !== people.length)
        throw new Error(`the second run sent changes; ${JSON.stringify(counts)}`);
    },
  },
  {
    row: 'undo',
    name: 'undo under lost answers restores what was before, with what was switched off',
    plan: planRemove,
    arrange: ({ tenant }, people) => {
      const plan = tenant.sku(product)?.plans.find(({ appliesTo }) => appliesTo !== 'Company')?.id ?? '';
      const users = people.flatMap(({ id }, index) => {
        const row = tenant.user(id);
        const disabledPlans = index % 2 === 0 ? [plan] : [];
        return row ? [{ ...row, licenses: [...row.licenses, { ...license(product), disabledPlans }] }] : [];
      });
      tenant.save({ users });
    },
    leavesOut: () => true,
    mayRepeat: true,
    act: async (run) => {
      const { page, jobId, environment, people } = run;
      await runUntilIdle(page, jobId);
      // The undo must not start before the journal has the last event.
      await environment.clock.wait(100);
      fault('lost-answer', { rate: 0.2 })(environment, people, 3);
      const undoing = await page.jobs.undo(jobId);
      const { counts } = await runUntilIdle(page, undoing);
      if (counts.done !== people.length) throw new Error(`undone: ${JSON.stringify(counts)}`);
    },
    assert: ({ environment, people }) =>
      people.flatMap(({ id }, index) => {
        const held = environment.tenant.user(id)?.licenses.find(({ skuId }) => skuId === product);
        return check(
          `${id} has ${JSON.stringify(held)}`,
          held !== undefined && held.disabledPlans.length === (index % 2 === 0 ? 1 : 0),
        );
      }),
  },
];

const without = ({ licenses }: UserRow, skuIds: readonly string[]): UserRow['licenses'] =>
  licenses.filter(({ skuId }) => !skuIds.includes(skuId));

function everyone(
  { tenant }: Environment,
  people: readonly UserPrincipal[],
  change: (row: UserRow, index: number) => Partial<UserRow>,
): void {
  tenant.save({
    users: people.flatMap(({ id }, index) => {
      const row = tenant.user(id);
      return row ? [{ ...row, ...change(row, index) }] : [];
    }),
  });
}

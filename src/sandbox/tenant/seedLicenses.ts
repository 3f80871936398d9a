import type { Random } from '../../base/random';
import { choose } from './choose';
import { daysFrom } from './daysFrom';
import { groupIds } from './groupSeeds';
import type { SkuLookup } from './planRules';
import { findExclusivePlans, isProhibitedIn } from './planRules';
import { productOf, type OwnedProducts } from './ownedProducts';
import { productIds } from './products';
import { reconcileMember } from './reconcileMember';
import type { GroupRow, LicenseSource, UserRow } from './rows';
import type { SeatLedger } from './seatLedger';
import { tenantFacts } from './tenantFacts';

/** Users who get a product directly. */
interface DirectSeed {
  readonly skuId: string;
  /** Share of the people who may hold it. */
  readonly share: number;
  readonly atMost?: number;
  /** Limits it to one department, and to the first people there. */
  readonly department?: string;
  /** Assigns more seats than there are, as after a purchase was reduced. */
  readonly ignoresSeats?: true;
  /** Share of the holders whose last plan is disabled. */
  readonly withoutLastPlan?: number;
}

const directSeeds: readonly DirectSeed[] = [
  { skuId: productIds.suite, share: 0.5, atMost: 8, department: 'Marketing' },
  { skuId: productIds.suite, share: 0.3, atMost: 46, withoutLastPlan: 0.3 },
  { skuId: productIds.timesheets, share: 0.2, atMost: 64 },
  { skuId: productIds.rota, share: 0.5, atMost: 25 },
  { skuId: productIds.sign, share: 0.1, atMost: 6 },
  { skuId: productIds.vault, share: 0.1, atMost: 22 },
  { skuId: productIds.helpdesk, share: 0.2, atMost: 31, withoutLastPlan: 0.2 },
  { skuId: productIds.surveys, share: 0.1, atMost: 18, ignoresSeats: true },
  { skuId: productIds.scan, share: 0.1, atMost: 9, ignoresSeats: true },
  { skuId: productIds.canvas, share: 0.2, atMost: 26, ignoresSeats: true },
  { skuId: productIds.learn, share: 0.36, withoutLastPlan: 0.1 },
  { skuId: productIds.expenses, share: 0.2, atMost: 55 },
  { skuId: productIds.stranger, share: 0.1, atMost: 7 },
  { skuId: productIds.office365E3, share: 0.08 },
  { skuId: productIds.flowFree, share: 0.15, atMost: 9_000 },
  { skuId: productIds.powerBiFree, share: 0.2 },
];

/** Input of the seeding, which replaces rows of `users`. */
interface SeedLicensesInput {
  readonly users: UserRow[];
  readonly groups: readonly GroupRow[];
  readonly userIndexOf: (id: string) => number | undefined;
  readonly sku: SkuLookup;
  readonly seats: SeatLedger;
  readonly seedDay: number;
  readonly random: Random;
  readonly owned: OwnedProducts;
}

/**
 * Assigns the licenses of a new tenant: directly by chance, then through the licensed groups by the service's own
 * rules.
 */
export function seedLicenses(input: SeedLicensesInput): void {
  const seeds = input.owned.given ? [...input.owned.given].map(seedOf) : directSeeds;
  for (const seed of seeds) giveDirectly(seed, input);
  // The big group comes before those that compete for seats.
  const licensed = input.groups.filter((group) => group.licenses.length > 0);
  for (const group of licensed) giveThroughGroup(group, input);
}

/** Gives so many seats, more than there are too. A pool of cloud licensing is no SKU, and is left out here. */
function seedOf([skuId, seatsGiven]: readonly [string, number]): DirectSeed {
  return { skuId, share: 1, atMost: seatsGiven, ignoresSeats: true };
}

function giveDirectly(
  seed: DirectSeed,
  { users, sku, seats, seedDay, random, owned }: SeedLicensesInput,
): void {
  if (!sku(seed.skuId)) return;
  let given = 0;
  const assignedAt = Array.from({ length: 90 }, (_, days) => daysFrom(seedDay, -1 - days));
  // Spread over the whole list, and still sure to reach the number wanted.
  const spread = seed.department === undefined ? (1.6 * (seed.atMost ?? Infinity)) / users.length : 1;
  const share = Math.min(seed.share, spread);
  const lastPlan = productOf({ owned }, seed.skuId)?.plans.at(-1)?.id;
  for (const user of users) {
    if (given >= (seed.atMost ?? Infinity)) return;
    if (random() >= share || user.usageLocation === null) continue;
    if (seed.department !== undefined && user.department !== seed.department) continue;
    if (user.licenses.some(({ skuId }) => skuId === seed.skuId)) continue;
    if (!seed.ignoresSeats && seats.free(seed.skuId) <= 0) return;
    const source: LicenseSource = {
      skuId: seed.skuId,
      groupId: null,
      disabledPlans: lastPlan !== undefined && random() < (seed.withoutLastPlan ?? 0) ? [lastPlan] : [],
      state: 'Active',
      error: 'None',
      at: choose(assignedAt, random),
    };
    if (isProhibitedIn(source, user.usageLocation, sku) || findExclusivePlans([source], user.licenses, sku))
      continue;
    giveTo(user, { licenses: [...user.licenses, source] }, seats);
    given += 1;
  }
}

function giveThroughGroup(
  group: GroupRow,
  { users, userIndexOf, sku, seats, seedDay }: SeedLicensesInput,
): void {
  const context = {
    groupId: group.id,
    licenses: group.licenses,
    sku,
    freeSeats: (skuId: string) => seats.free(skuId),
    tenantLocation: tenantFacts.countryLetterCode,
    at: daysFrom(seedDay, group.id === groupIds.fieldStaff ? -60 : -20),
  };
  for (const memberId of group.memberIds) {
    const index = userIndexOf(memberId);
    const user = index === undefined ? undefined : users[index];
    if (user) giveTo(user, reconcileMember(user, context), seats);
  }
}

/** Changes the row in place: it is not shared yet, and copying a hundred thousand rows takes time. */
function giveTo(
  user: UserRow,
  given: Partial<Pick<UserRow, 'usageLocation' | 'licenses'>>,
  seats: SeatLedger,
): void {
  const { index, licenses } = user;
  seats.replace({ index, licenses }, Object.assign(user, given));
}

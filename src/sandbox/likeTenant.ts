import * as v from 'valibot';
import { isGuid } from '../base/ids';
import { seededRandom } from '../base/random';
import type { DirectorySettings } from './graph/directorySettings';
import type { CloudPool, CloudProduct } from './tenant/cloudProducts';
import type { OwnedProducts } from './tenant/ownedProducts';
import { personas } from './tenant/personas';
import type { CapabilityStatus, SeededPlan, SeededProduct, SeededSubscription } from './tenant/product';
import { exactly } from './tenant/product';
import { seededGuid } from './tenant/seededGuid';
import { words } from './words';

/** A tenant of the shape that a report describes. */
export interface LikeTenant {
  readonly owned: OwnedProducts;
  readonly settings: Partial<DirectorySettings>;
  /** As many people as the report counts, from 200 to 20,000; 1,000 where it counts none. */
  readonly users: number;
}

const seats = v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(100_000_000));
const guid = v.pipe(v.string(), v.check(isGuid, 'a GUID'), v.toLowerCase());
const plan = v.object({ id: guid, name: v.string(), assignableTo: v.string() });
const days = v.optional(v.pipe(v.number(), v.minValue(-100_000), v.maxValue(100_000)));

const skuSchema = v.object({
  skuId: guid,
  partNumber: v.string(),
  appliesTo: v.string(),
  units: v.object({ enabled: seats, warning: seats, suspended: seats, lockedOut: seats }),
  consumed: seats,
  plans: v.array(plan),
});

const allotmentSchema = v.object({
  skuId: v.optional(guid),
  partNumber: v.optional(v.string()),
  catalogId: v.optional(v.string()),
  managementScope: v.optional(v.string()),
  assignableTo: v.string(),
  units: seats,
  consumed: seats,
  plans: v.array(plan),
  purchases: v.array(v.object({ state: v.string(), tags: v.string(), nextChangeInDays: days })),
});

type Sku = v.InferOutput<typeof skuSchema>;
type Allotment = v.InferOutput<typeof allotmentSchema>;

const reportSchema = v.object({
  format: v.literal('isv-licenses-tenant-report'),
  version: v.literal(1),
  people: v.optional(v.number()),
  skus: v.optional(v.pipe(v.array(skuSchema), v.maxLength(5_000)), []),
  allotments: v.optional(v.pipe(v.array(allotmentSchema), v.maxLength(5_000))),
  answers: v.array(v.object({ path: v.string(), status: v.optional(v.number()) })),
  findings: v.object({ wrapsSingles: v.string() }),
});

/**
 * Reads a report that the app's page About has made, and describes a tenant of its shape: the same products, purchases and
 * numbers of seats, for people who do not exist. Throws RangeError with a sentence for the person where it is no such report.
 */
export function likeTenant(text: string): LikeTenant {
  const parsed = v.safeParse(reportSchema, parseJson(text));
  if (!parsed.success) {
    const [issue] = parsed.issues;
    throw new RangeError(words.terminal.noReport(v.getDotPath(issue) ?? 'format'));
  }
  const { people, skus, allotments, answers, findings } = parsed.output;
  const users = Math.min(20_000, Math.max(200, people ?? 1_000));
  const listed = new Set(skus.map(({ skuId }) => skuId));
  const isInDirectory = ({ skuId }: Allotment): boolean => skuId !== undefined && listed.has(skuId);
  const random = seededRandom(1);
  const newId = (): string => seededGuid(random);
  const given = new Map<string, number>();
  const products = skus.map((sku) => {
    given.set(sku.skuId, Math.min(sku.consumed, users));
    return toProduct(
      sku,
      (allotments ?? []).filter(({ skuId }) => skuId === sku.skuId),
      newId,
    );
  });
  const outside = (allotments ?? []).filter((allotment) => !isInDirectory(allotment));
  const cloudProducts = [...groupBy(outside, productNameOf)].map(([name, pools]) =>
    toCloudProduct(name, pools, given, newId),
  );
  const isRefused = answers.some(
    ({ path, status }) => path.endsWith('/admin/cloudLicensing/allotments') && status === 403,
  );
  return {
    owned: { products, cloudProducts, given },
    settings: {
      doors: allotments || isRefused ? 'both' : 'directory',
      wrapsSingles: findings.wrapsSingles === 'yes',
    },
    users,
  };
}

function toProduct(sku: Sku, allotments: readonly Allotment[], newId: () => string): SeededProduct {
  const { skuId, partNumber, appliesTo, units, plans } = sku;
  const purchase = (status: CapabilityStatus, count: number, more: Partial<SeededSubscription> = {}) => ({
    id: newId(),
    commerceId: newId(),
    status,
    seats: exactly(count),
    boughtDaysAgo: 100,
    ...more,
  });
  const byUnits = [
    purchase('Enabled', units.enabled),
    purchase('Warning', units.warning),
    purchase('Suspended', units.suspended),
    purchase('LockedOut', units.lockedOut),
  ].filter((each) => each.seats(0) > 0);
  return {
    skuId,
    partNumber,
    product: undefined,
    vendor: undefined,
    // What the directory lists in that tenant it lists here, too.
    isFirstParty: true,
    appliesTo: appliesTo === 'Company' ? 'Company' : 'User',
    plans: plans.map(toPlan),
    subscriptions:
      allotments.length > 0
        ? allotments.map((each) => purchase(statusOf(each), each.units, detailsOf(each)))
        : byUnits,
  };
}

function toCloudProduct(
  name: string,
  pools: readonly Allotment[],
  given: Map<string, number>,
  newId: () => string,
): CloudProduct {
  const [first] = pools;
  const { skuId, partNumber = '', catalogId } = first ?? {};
  return {
    key: newId(),
    product: name,
    ...(catalogId !== undefined && { catalogId }),
    ...(skuId !== undefined && { sku: { skuId, partNumber } }),
    plans: (first?.plans ?? []).map(toPlan),
    assignableTo: first?.assignableTo ?? 'none',
    pools: pools.map((pool): CloudPool => {
      const key = newId();
      given.set(key, pool.consumed);
      const ownerId = personas.find((persona) => persona.key === 'member')?.userId;
      return {
        key,
        units: pool.units,
        status: statusOf(pool),
        boughtDaysAgo: 100,
        ...detailsOf(pool),
        ...(pool.managementScope === 'individual' && ownerId !== undefined && { ownerId }),
      };
    }),
  };
}

const statuses: Readonly<Record<string, CapabilityStatus>> = {
  active: 'Enabled',
  warning: 'Warning',
  suspended: 'Suspended',
  lockedOut: 'LockedOut',
  deleted: 'Deleted',
};

function statusOf({ purchases: [first] }: Allotment): CapabilityStatus {
  return statuses[first?.state ?? ''] ?? 'Enabled';
}

function detailsOf({ purchases: [first] }: Allotment): { isTrial?: true; nextChangeInDays?: number } {
  const { tags, nextChangeInDays } = first ?? {};
  return {
    ...(tags?.includes('trial') && { isTrial: true }),
    ...(nextChangeInDays !== undefined && { nextChangeInDays }),
  };
}

function toPlan({ id, name, assignableTo }: v.InferOutput<typeof plan>): SeededPlan {
  const isOfCompany = assignableTo === 'Company' || assignableTo === 'none';
  return { id, name, ...(isOfCompany && { appliesTo: 'Company' }) };
}

/** Name by which allotments are of one product, as the app tells them apart. */
function productNameOf({ skuId, catalogId, plans }: Allotment): string {
  return (
    skuId ??
    catalogId ??
    plans
      .map(({ name }) => name)
      .toSorted()
      .join(' + ')
  );
}

function groupBy<T>(items: readonly T[], nameOf: (item: T) => string): ReadonlyMap<string, readonly T[]> {
  const groups = new Map<string, T[]>();
  for (const item of items) groups.set(nameOf(item), [...(groups.get(nameOf(item)) ?? []), item]);
  return groups;
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

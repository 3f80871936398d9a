import * as v from 'valibot';
import { isGuid } from '../../../base/ids';
import type { Graph } from '../../../graph/types';
import { soft, softObject } from '../../../graph/wire/soft';
import type { Capability, OwnedProduct, ServicePlan, Subscription } from '../../types';
import { withFallback } from '../../../graph/readOptions';
import { toSkuRef } from './skuKeys';

const text = soft(v.string());
const count = soft(v.number());
/** Makes a field optional in which null means that there is no value. */
const nullable = soft(v.nullable(v.string()));

const skuWire = softObject({
  id: text,
  skuId: text,
  skuPartNumber: text,
  appliesTo: text,
  capabilityStatus: text,
  consumedUnits: count,
  prepaidUnits: soft(softObject({ enabled: count, warning: count })),
  servicePlans: soft(
    v.array(softObject({ servicePlanId: text, servicePlanName: text, appliesTo: nullable })),
  ),
});

const subscriptionWire = softObject({
  id: text,
  skuId: text,
  status: text,
  isTrial: soft(v.boolean()),
  totalLicenses: count,
  nextLifecycleDateTime: nullable,
  createdDateTime: nullable,
});

type SkuWire = v.InferOutput<typeof skuWire>;
type SubscriptionWire = v.InferOutput<typeof subscriptionWire>;

const scopes = ['LicenseAssignment.Read.All'] as const;

/**
 * Reads all SKUs as products of one pool, with their subscriptions if these can be read. An incomplete record is
 * returned as far as it is known, and marked.
 */
export async function readProducts(graph: Graph, signal?: AbortSignal): Promise<readonly OwnedProduct[]> {
  const [skus, subscriptions] = await Promise.all([
    graph.allPages({ path: '/subscribedSkus', scopes, signal }, skuWire),
    withFallback(
      graph.allPages(
        { path: '/directory/subscriptions', scopes, signal, isOptional: true },
        subscriptionWire,
      ),
      undefined,
    ),
  ]);
  return skus.map((sku, index) => toOwnedProduct(sku, index, subscriptions));
}

function toOwnedProduct(
  wire: SkuWire,
  index: number,
  all: readonly SubscriptionWire[] | undefined,
): OwnedProduct {
  const skuId = skuIdIn(wire);
  // Without an id it can't be read or changed; its key is only its position in the list.
  const { product, pool } = toSkuRef(skuId ?? `unnamed-${index + 1}`);
  const assigned = wire.consumedUnits;
  // Units in their grace period still count as seats, suspended ones do not (Microsoft 365: what happens when a subscription expires).
  const total = add(wire.prepaidUnits?.enabled, wire.prepaidUnits?.warning);
  const seats = { total, assigned, available: add(total, assigned === undefined ? undefined : -assigned) };
  const capability = toCapability(wire.capabilityStatus);
  const plans = wire.servicePlans?.flatMap(toPlan);
  const own = all?.filter((each) => skuId !== undefined && each.skuId?.toLowerCase() === skuId);
  // A subscription without a SKU may be of each product that has more seats than its own subscriptions explain.
  const explained = usableSeats(own ?? []);
  const isAllExplained = explained !== undefined && explained === total;
  const isOneMissing =
    (skuId === undefined && all !== undefined && all.length > 0) ||
    (all?.some((each) => !isGuid(each.skuId ?? '')) === true && !isAllExplained);
  const isKnown =
    ![skuId, wire.skuPartNumber, seats.available].includes(undefined) &&
    ['User', 'Company'].includes(wire.appliesTo ?? '') &&
    wire.servicePlans !== undefined &&
    plans?.length === wire.servicePlans.length &&
    capability !== 'unknown' &&
    !isOneMissing &&
    (own ?? []).every(isWhole);
  return {
    key: product,
    identifiers: { skuId, partNumber: wire.skuPartNumber },
    capability,
    // If that is unknown, the service decides person by person.
    isUserScoped: wire.appliesTo !== 'Company',
    seats,
    plans: plans ?? [],
    pools: [
      {
        key: pool,
        capability,
        seats,
        subscriptions: own?.map(toSubscription),
        ...(isOneMissing && { hasUnreadSubscriptions: true }),
      },
    ],
    ...(!isKnown && { isIncomplete: true }),
    ...(skuId === undefined && { isUnidentified: true }),
  };
}

/** Adds up the seats of the subscriptions whose seats work; undefined if one does not say. */
function usableSeats(own: readonly SubscriptionWire[]): number | undefined {
  return own
    .filter(({ status }) => status === 'Enabled' || status === 'Warning')
    .reduce<number | undefined>((sum, { totalLicenses }) => add(sum, totalLicenses), 0);
}

/** True where nothing in a subscription is missing or odd; when it was bought says little when it is. */
function isWhole(wire: SubscriptionWire): boolean {
  const { id, status, totalLicenses, isTrial } = wire;
  return (
    isNextKnown(wire) &&
    toCapability(status) !== 'unknown' &&
    ![id, totalLicenses, isTrial].includes(undefined)
  );
}

function isNextKnown({ nextLifecycleDateTime: next }: SubscriptionWire): boolean {
  return next === null || dateIn(next) !== undefined;
}

/** The id of the SKU, which Graph also writes at the end of `id` (Graph: subscribedSku). */
function skuIdIn({ skuId, id }: SkuWire): string | undefined {
  return [skuId, id?.split('_').at(-1)].find((each) => each !== undefined && isGuid(each))?.toLowerCase();
}

function add(one: number | undefined, other: number | undefined): number | undefined {
  return one === undefined || other === undefined ? undefined : one + other;
}

function toPlan({
  servicePlanId,
  servicePlanName,
  appliesTo,
}: NonNullable<SkuWire['servicePlans']>[number]): ServicePlan[] {
  if (servicePlanId === undefined) return [];
  return [
    {
      id: servicePlanId,
      partName: servicePlanName ?? servicePlanId,
      isUserScoped: appliesTo !== 'Company',
    },
  ];
}

function toSubscription(wire: SubscriptionWire): Subscription {
  return {
    id: wire.id,
    status: toCapability(wire.status),
    isTrial: wire.isTrial === true,
    seats: wire.totalLicenses,
    nextLifecycleAt: dateIn(wire.nextLifecycleDateTime),
    ...(!isNextKnown(wire) && { isNextUnread: true }),
    createdAt: dateIn(wire.createdDateTime),
  };
}

function dateIn(date: string | null | undefined): string | undefined {
  return date && !Number.isNaN(Date.parse(date)) ? date : undefined;
}

const capabilities: Readonly<Record<string, Capability>> = {
  Enabled: 'enabled',
  Warning: 'warning',
  Suspended: 'suspended',
  Deleted: 'deleted',
  LockedOut: 'locked-out',
};

/** Returns the status; a status that this app does not know blocks nothing, since the service itself rejects what is not allowed. */
function toCapability(status: string | undefined): Capability {
  return capabilities[status ?? ''] ?? 'unknown';
}

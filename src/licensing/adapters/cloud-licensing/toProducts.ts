import * as v from 'valibot';
import type { PrincipalRef } from '../../../base/principal';
import { soft, softObject } from '../../../graph/wire/soft';
import type { Capability, OwnedProduct, Pool, SeatCount, ServicePlan, Subscription } from '../../types';
import { poolKeyOf, productKeyOf, unnamedKey } from './cloudKeys';

const text = soft(v.string());
const nullableText = soft(v.nullable(v.string()));
const units = soft(v.number());

/** An allotment of cloud licensing (Graph beta: allotment). Design, not published: `catalogId`, `managementScope`. */
export const allotmentWire = softObject({
  id: text,
  allottedUnits: units,
  assignableTo: text,
  catalogId: nullableText,
  consumedUnits: units,
  managementScope: nullableText,
  services: soft(v.array(softObject({ assignableTo: text, planId: text, planName: nullableText }))),
  skuId: nullableText,
  skuPartNumber: nullableText,
  subscriptions: soft(
    v.array(
      softObject({
        subscriptionId: text,
        startDate: nullableText,
        nextLifecycleDate: nullableText,
        state: text,
        tags: nullableText,
      }),
    ),
  ),
});

type AllotmentWire = v.InferOutput<typeof allotmentWire>;
type SubscriptionWire = NonNullable<AllotmentWire['subscriptions']>[number];

/** Converts allotments to products, each with its pools in the order of the list. */
export function toProducts(allotments: readonly AllotmentWire[]): readonly OwnedProduct[] {
  const byKey = new Map<string, [AllotmentWire, ...AllotmentWire[]]>();
  const products: OwnedProduct[] = [];
  for (const [place, wire] of allotments.entries()) {
    const key = wire.id ? keyOf(wire) : undefined;
    if (key === undefined) products.push({ ...toUnidentified(wire, place) });
    else byKey.set(key, [...(byKey.get(key) ?? []), wire] as [AllotmentWire, ...AllotmentWire[]]);
  }
  return [...[...byKey.values()].map(toProduct), ...products];
}

function keyOf({ skuId, catalogId, services = [] }: AllotmentWire) {
  const planIds = services.flatMap(({ planId }) => planId ?? []);
  return productKeyOf({ skuId: skuId ?? undefined, catalogId: catalogId ?? undefined, planIds });
}

/** An allotment that can't be addressed, or of which it is not known what product it is of. */
function toUnidentified(wire: AllotmentWire, place: number): OwnedProduct {
  const id = wire.id || `unnamed-${place + 1}`;
  return {
    ...toProduct([{ ...wire, id }]),
    key: unnamedKey(place),
    isIncomplete: true,
    isUnidentified: true,
  };
}

function toProduct(wires: readonly [AllotmentWire, ...AllotmentWire[]]): OwnedProduct {
  const [first] = wires;
  const pools = wires.map(toPool) as [Pool, ...Pool[]];
  const skuId = wires.find((wire) => wire.skuId)?.skuId?.toLowerCase();
  const catalogId = wires.find((wire) => wire.catalogId)?.catalogId ?? undefined;
  return {
    key: keyOf(first) ?? unnamedKey(0),
    identifiers: {
      skuId,
      partNumber: wires.find((wire) => wire.skuPartNumber)?.skuPartNumber ?? undefined,
      ...(catalogId !== undefined && { catalogId }),
    },
    capability: bestOf(pools.map(({ capability }) => capability)),
    isUserScoped: pools.some(({ assignableTo }) => assignableTo?.length !== 0),
    seats: pools.map(({ seats }) => seats).reduce(addSeats),
    plans: toPlans(wires),
    pools,
    doors: ['cloud-licensing'],
    // Errors are kept by SKU (Graph beta: assignmentError).
    limits: ['group-processing', 'assignment-dates', ...(skuId === undefined ? (['issues'] as const) : [])],
    ...(!wires.every(isWhole) && { isIncomplete: true }),
  };
}

function toPool(wire: AllotmentWire): Pool {
  const { id = '', allottedUnits: total, consumedUnits: assigned, subscriptions } = wire;
  const available = total === undefined || assigned === undefined ? undefined : total - assigned;
  const assignableTo = kindsIn(wire.assignableTo);
  return {
    key: poolKeyOf(id),
    capability: bestOf((subscriptions ?? []).map(({ state }) => toCapability(state))),
    seats: { total, assigned, available },
    subscriptions: subscriptions?.map((each) =>
      toSubscription(each, subscriptions.length === 1 ? total : undefined),
    ),
    ...(assignableTo && { assignableTo }),
    ...(wire.managementScope === 'individual' && { isPersonal: true }),
  };
}

/** Returns the kinds of principals in the flags of an allotment or a service; undefined where they can't be read. */
function kindsIn(flags: string | undefined): readonly PrincipalRef['kind'][] | undefined {
  if (!flags) return undefined;
  const named = flags.split(',').map((flag) => flag.trim());
  return (['user', 'group'] as const).filter((kind) => named.includes(kind));
}

function addSeats(one: SeatCount, other: SeatCount): SeatCount {
  const add = (part: keyof SeatCount): number | undefined => {
    const [left, right] = [one[part], other[part]];
    return left === undefined || right === undefined ? undefined : left + right;
  };
  return { total: add('total'), assigned: add('assigned'), available: add('available') };
}

/** Returns the plans of all allotments, each once; one that cannot be given from one allotment may be given from another. */
function toPlans(wires: readonly AllotmentWire[]): readonly ServicePlan[] {
  const plans = new Map<string, ServicePlan>();
  for (const { planId, planName, assignableTo } of wires.flatMap(({ services = [] }) => services)) {
    if (planId === undefined) continue;
    const isUserScoped = kindsIn(assignableTo)?.length !== 0 || plans.get(planId)?.isUserScoped === true;
    plans.set(planId, { id: planId, partName: planName ?? planId, isUserScoped });
  }
  return [...plans.values()];
}

function toSubscription(wire: SubscriptionWire, seats: number | undefined): Subscription {
  const isNextKnown = wire.nextLifecycleDate === null || dateIn(wire.nextLifecycleDate) !== undefined;
  return {
    id: wire.subscriptionId,
    status: toCapability(wire.state),
    isTrial: wire.tags?.split(',').some((tag) => tag.trim() === 'trial') === true,
    seats,
    nextLifecycleAt: dateIn(wire.nextLifecycleDate),
    ...(!isNextKnown && { isNextUnread: true }),
    createdAt: dateIn(wire.startDate),
  };
}

/** Returns a calendar date as the date-time of its midnight; a date with a time is kept. */
function dateIn(date: string | null | undefined): string | undefined {
  if (!date || Number.isNaN(Date.parse(date))) return undefined;
  return date.includes('T') ? date : `${date}T00:00:00Z`;
}

const capabilities: Readonly<Record<string, Capability>> = {
  active: 'enabled',
  warning: 'warning',
  suspended: 'suspended',
  lockedOut: 'locked-out',
  deleted: 'deleted',
};

/** Returns the state; one that this app does not know blocks nothing, since the service itself refuses what is not allowed. */
function toCapability(state: string | undefined): Capability {
  return capabilities[state ?? ''] ?? 'unknown';
}

const bestFirst: readonly Capability[] = [
  'enabled',
  'warning',
  'unknown',
  'suspended',
  'locked-out',
  'deleted',
];

function bestOf(states: readonly Capability[]): Capability {
  return bestFirst.find((state) => states.includes(state)) ?? 'unknown';
}

/** True where nothing in an allotment that matters is missing or odd. */
function isWhole({
  allottedUnits,
  consumedUnits,
  assignableTo,
  services,
  subscriptions,
}: AllotmentWire): boolean {
  return (
    ![allottedUnits, consumedUnits, services, subscriptions].includes(undefined) &&
    kindsIn(assignableTo) !== undefined &&
    services?.every(({ planId }) => planId !== undefined) === true &&
    subscriptions?.every(
      ({ state, nextLifecycleDate: next }) =>
        toCapability(state) !== 'unknown' && (next === null || dateIn(next) !== undefined),
    ) === true
  );
}

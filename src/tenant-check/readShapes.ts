import * as v from 'valibot';
import { isGuid } from '../base/ids';
import type { AllotmentShape, IdForm, PlanShape, PurchaseShape, SkuShape } from './tenantReport';

const text = v.fallback(v.nullish(v.string()), undefined);
const count = v.fallback(v.nullish(v.number()), undefined);

const skuWire = v.looseObject({
  skuId: text,
  skuPartNumber: text,
  appliesTo: text,
  capabilityStatus: text,
  consumedUnits: count,
  prepaidUnits: v.fallback(
    v.looseObject({ enabled: count, warning: count, suspended: count, lockedOut: count }),
    {},
  ),
  servicePlans: v.fallback(
    v.array(v.looseObject({ servicePlanId: text, servicePlanName: text, appliesTo: text })),
    [],
  ),
});

const allotmentWire = v.looseObject({
  id: text,
  skuId: text,
  skuPartNumber: text,
  catalogId: text,
  managementScope: text,
  assignableTo: text,
  allottedUnits: count,
  consumedUnits: count,
  services: v.fallback(v.array(v.looseObject({ planId: text, planName: text, assignableTo: text })), []),
  subscriptions: v.fallback(
    v.array(v.looseObject({ startDate: text, nextLifecycleDate: text, state: text, tags: text })),
    [],
  ),
});

/** Properties of an allotment that the app knows. */
const known = new Set([...Object.keys(allotmentWire.entries), 'waitingMembers', 'assignments', 'owner']);

const pageWire = v.looseObject({ value: v.array(v.unknown()) });

/** Returns the rows of a list; undefined for anything else. */
export function rowsOf(body: unknown): readonly unknown[] | undefined {
  const page = v.safeParse(pageWire, body);
  return page.success ? page.output.value : undefined;
}

/** True if another page follows. */
export function hasNextPage(body: unknown): boolean {
  return v.is(v.looseObject({ '@odata.nextLink': v.string() }), body);
}

/** Returns the shapes of SKUs; a row that is none has empty texts and no seats. */
export function toSkuShape(row: unknown): SkuShape {
  const parsed = v.safeParse(skuWire, row);
  const sku = parsed.success ? parsed.output : undefined;
  const units = sku?.prepaidUnits;
  return {
    skuId: sku?.skuId ?? '',
    partNumber: sku?.skuPartNumber ?? '',
    appliesTo: sku?.appliesTo ?? '',
    status: sku?.capabilityStatus ?? '',
    units: {
      enabled: units?.enabled ?? 0,
      warning: units?.warning ?? 0,
      suspended: units?.suspended ?? 0,
      lockedOut: units?.lockedOut ?? 0,
    },
    consumed: sku?.consumedUnits ?? 0,
    plans: (sku?.servicePlans ?? []).map(({ servicePlanId, servicePlanName, appliesTo }) =>
      toPlanShape(servicePlanId, servicePlanName, appliesTo),
    ),
  };
}

/** Returns the shape of an allotment on this day (milliseconds since 1970). */
export function toAllotmentShape(row: unknown, now: number): AllotmentShape {
  const parsed = v.safeParse(allotmentWire, row);
  const found = parsed.success ? parsed.output : undefined;
  const names = typeof row === 'object' && row !== null ? Object.keys(row) : [];
  return {
    idForm: idFormOf(found?.id ?? undefined),
    skuId: found?.skuId ?? undefined,
    partNumber: found?.skuPartNumber ?? undefined,
    catalogId: found?.catalogId ?? undefined,
    managementScope: found?.managementScope ?? undefined,
    assignableTo: found?.assignableTo ?? '',
    units: found?.allottedUnits ?? 0,
    consumed: found?.consumedUnits ?? 0,
    plans: (found?.services ?? []).map(({ planId, planName, assignableTo }) =>
      toPlanShape(planId, planName, assignableTo),
    ),
    purchases: (found?.subscriptions ?? []).map((purchase) => toPurchaseShape(purchase, now)),
    otherProperties: names.filter((name) => !known.has(name) && !name.includes('@')),
  };
}

type Text = string | null | undefined;

function toPlanShape(id: Text, name: Text, assignableTo: Text): PlanShape {
  return { id: id ?? '', name: name ?? '', assignableTo: assignableTo ?? '' };
}

const dayInMs = 86_400_000;

function toPurchaseShape(
  purchase: {
    readonly startDate?: Text;
    readonly nextLifecycleDate?: Text;
    readonly state?: Text;
    readonly tags?: Text;
  },
  now: number,
): PurchaseShape {
  const { startDate, nextLifecycleDate, state, tags } = purchase;
  const next = Date.parse(nextLifecycleDate ?? '');
  return {
    state: state ?? '',
    tags: tags ?? '',
    nextChangeInDays: Number.isNaN(next) ? undefined : Math.ceil((next - now) / dayInMs),
    hasTime: [startDate, nextLifecycleDate].some((date) => /T\d/.test(date ?? '')),
  };
}

/** Returns the form of an id: only its letters are looked at. */
function idFormOf(id: string | undefined): IdForm {
  if (id === undefined || id === '') return 'none';
  if (isGuid(id)) return 'guid';
  return /^[a-z2-7]{16,}$/.test(id) ? 'base32' : 'other';
}

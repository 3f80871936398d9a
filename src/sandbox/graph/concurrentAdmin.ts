import type { Clock } from '../../base/clock';
import type { NewId } from '../../base/ids';
import type { SkuRow } from '../tenant/rows';
import type { Tenant } from '../tenant/tenant';
import { graphTime } from '../tenant/daysFrom';
import { auditedAsOtherAdmin } from './audited';
import type { ConcurrentAdminFault } from './faultKinds';
import { pathSegments } from './pathSegments';
import type { WriteLog } from './writeLog';

const seatsAdded = 10;

/** Actions of another admin. */
export type AdminAction = Exclude<ConcurrentAdminFault, 'role-ended'> | 'sku-resumed';

const adminActions: readonly AdminAction[] = [
  'seats-taken',
  'seats-freed',
  'sku-suspended',
  'sku-resumed',
  'user-deleted',
];

/** True if the value is an action of another admin. */
export function isAdminAction(value: unknown): value is AdminAction {
  return (adminActions as readonly unknown[]).includes(value);
}

/** Objects that another admin changes. */
export interface AdminActionTarget {
  readonly skuIds: readonly string[];
  /** Id or user principal name. */
  readonly person?: string;
}

interface AdminActionContext {
  readonly tenant: Tenant;
  readonly clock: Clock;
  readonly newId: NewId;
  readonly writes: WriteLog;
}

/** Acts as another admin; skips SKUs and users that don't exist. */
export function actAsOtherAdmin(
  action: AdminAction,
  target: AdminActionTarget,
  context: AdminActionContext,
): void {
  const cause = {
    requestId: context.newId(),
    request: action,
    userId: 'another-admin',
    appId: 'another-app',
  };
  const change = (): void => act(action, target, context.tenant, context.clock.now());
  context.writes.during(cause, () => auditedAsOtherAdmin(context, change));
}

function act(
  action: AdminAction,
  { skuIds, person }: AdminActionTarget,
  tenant: Tenant,
  nowInMs: number,
): void {
  if (action === 'user-deleted') {
    const user = person === undefined ? undefined : tenant.user(person);
    if (user) tenant.save({ users: [{ ...user, licenses: [], deletedDateTime: graphTime(nowInMs) }] });
    return;
  }
  for (const skuId of skuIds) {
    const sku = tenant.sku(skuId);
    if (sku) tenant.replaceSku(changePurchase(sku, action, tenant.consumedUnits(sku.skuId)));
  }
}

function changePurchase(
  sku: SkuRow,
  action: Exclude<AdminAction, 'user-deleted'>,
  consumedUnits: number,
): SkuRow {
  const { enabled, warning, suspended } = sku.units;
  switch (action) {
    case 'seats-taken': {
      const kept = Math.min(warning, consumedUnits);
      return { ...sku, units: { ...sku.units, warning: kept, enabled: Math.max(0, consumedUnits - kept) } };
    }
    case 'seats-freed':
      return { ...sku, units: { ...sku.units, enabled: enabled + seatsAdded } };
    case 'sku-suspended':
      return {
        ...sku,
        capabilityStatus: 'Suspended',
        units: { ...sku.units, enabled: 0, warning: 0, suspended: suspended + enabled + warning },
      };
    case 'sku-resumed':
      return {
        ...sku,
        capabilityStatus: 'Enabled',
        units: { ...sku.units, enabled: enabled + suspended, suspended: 0 },
      };
  }
}

/** Returns the SKUs and the user of a request for a license change. */
export function adminActionTargetOf(target: string, body: unknown, callerId: string): AdminActionTarget {
  const { addLicenses, removeLicenses } = (body ?? {}) as Readonly<Record<string, unknown>>;
  const added = Array.isArray(addLicenses)
    ? addLicenses.map((license: { skuId?: unknown }) => license.skuId)
    : [];
  const removed: unknown[] = Array.isArray(removeLicenses) ? removeLicenses : [];
  const [first, person] = pathSegments(target.split('?')[0] ?? '');
  return {
    skuIds: [...added, ...removed].filter((skuId) => typeof skuId === 'string'),
    person: first?.toLowerCase() === 'me' ? callerId : person,
  };
}

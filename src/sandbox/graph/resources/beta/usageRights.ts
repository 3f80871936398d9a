import type { CapabilityStatus } from '../../../tenant/product';
import { isOfMicrosoft } from '../../../tenant/ownedProducts';
import type { Answer, Call } from '../../call';
import { unsupportedQuery } from '../../graphRefusal';
import type { FilterRule } from '../../odata/checkFilter';
import type { FilterNode } from '../../odata/filterTree';
import { parseFilter } from '../../odata/parseFilter';
import type { Route } from '../../route';
import { plainListAnswer, refuseOrders } from '../plainList';
import { userOf } from '../users';
import { usageRightsOf } from './cloudUsageRights';

/** An entitlement as an ISV's app checks it at run time (Graph beta: usageRight). */
interface UsageRightShape {
  readonly id: string;
  /** The product. */
  readonly catalogId: string;
  /** The plan, by the name that the ISV gave it. */
  readonly serviceIdentifier: string;
  readonly state: string;
}

const rule: FilterRule = { always: ['eq', 'in'], advanced: [] };

const states: Readonly<Record<CapabilityStatus, string>> = {
  Enabled: 'active',
  Warning: 'warning',
  Suspended: 'suspended',
  LockedOut: 'suspended',
  Deleted: 'inactive',
};

/** Microsoft's own products are none of it: it tells an ISV's app what was bought of the ISV. */
function rightsOf(call: Call): UsageRightShape[] {
  const { tenant, directory } = call;
  return usageRightsOf(call, { ownerKind: 'user', ownerId: userOf(call).id })
    .filter(({ productKey }) => !isOfMicrosoft(tenant, productKey))
    .flatMap(({ productKey, ownerId, plans }) => {
      const bought = tenant.owned.cloudProducts.find(({ key }) => key === productKey);
      if (bought && directory.settings.doors === 'directory') return [];
      const status = bought?.pools[0]?.status ?? tenant.sku(productKey)?.capabilityStatus ?? 'Enabled';
      return plans
        .filter(({ appliesTo }) => appliesTo !== 'Company')
        .map(({ id, name }) => ({
          id: Buffer.from(`${ownerId}${id}`.replaceAll('-', ''), 'hex').toString('base64url'),
          catalogId: catalogIdOf(productKey, call),
          serviceIdentifier: name.toLowerCase(),
          state: states[status],
        }));
    });
}

/** Inferred: that the name in the marketplace is the same as that of the allotment, where that has one. */
function catalogIdOf(productKey: string, call: Call): string {
  const bought = call.tenant.owned.cloudProducts.find(({ key }) => key === productKey);
  if (bought) return bought.catalogId ?? bought.product.toLowerCase().replaceAll(' ', '-');
  return (call.tenant.sku(productKey)?.partNumber ?? '').toLowerCase().replaceAll('_', '-');
}

function listRights(call: Call): Answer {
  refuseOrders(call.query, []);
  if (call.query.filter !== undefined) refuseOthers(parseFilter(call.query.filter));
  const most = /odata\.maxpagesize=(\d+)/i.exec(call.headers['prefer'] ?? '')?.[1];
  const answer = plainListAnswer(call, {
    rows: rightsOf(call),
    write: (right) => right,
    filters: { state: rule, serviceIdentifier: rule },
    entitySet: `users('${userOf(call).id}')/usageRights`,
    typeName: 'usageRight',
    pageSize: most === undefined ? undefined : Math.max(1, Number(most)),
  });
  return most === undefined
    ? answer
    : { ...answer, headers: { 'Preference-Applied': `odata.maxpagesize=${most}` } };
}

/** Graph beta, list usageRights: `eq`, `in` and `and`, nothing else. */
function refuseOthers(node: FilterNode): void {
  if (node.kind === 'or' || node.kind === 'not') throw unsupportedQuery('Unsupported Query.');
  if (node.kind !== 'and') return;
  refuseOthers(node.left);
  refuseOthers(node.right);
}

const readAny = ['Directory.Read.All', 'Directory.ReadWrite.All', 'User.Read.All', 'User.ReadWrite.All'];

/** Graph beta: list usageRights of a person. */
export const usageRightRoutes: readonly Route[] = [
  {
    method: 'GET',
    path: '/users/{user}/usageRights',
    isBeta: true,
    scopes: { any: readAny, own: ['User.Read', 'User.ReadWrite'] },
    isForGuests: true,
    cost: 1,
    handle: listRights,
  },
];

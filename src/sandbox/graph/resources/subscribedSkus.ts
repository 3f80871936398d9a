import type { SubscribedSku } from '@microsoft/microsoft-graph-types';
import type { SkuRow } from '../../tenant/rows';
import type { Answer, Call } from '../call';
import { ok } from '../call';
import { contextOf } from '../collection';
import { malformedQuery, notFound } from '../graphRefusal';
import type { Route } from '../route';
import { scopeRules } from '../scopes';
import { servicePlanOf } from './licenseShapes';
import { pick } from './pick';

function shapeOf(sku: SkuRow, { tenant, directory }: Call): SubscribedSku {
  return {
    accountName: tenant.displayName,
    accountId: tenant.id,
    appliesTo: sku.appliesTo,
    capabilityStatus: sku.capabilityStatus,
    consumedUnits: directory.consumedUnits(sku.skuId),
    id: `${tenant.id}_${sku.skuId}`,
    skuId: sku.skuId,
    skuPartNumber: sku.partNumber,
    subscriptionIds: [...sku.subscriptionIds],
    prepaidUnits: { ...sku.units },
    servicePlans: sku.plans.map((plan) => servicePlanOf(plan)),
  };
}

/** Graph, list subscribedSkus: only `$select`; inferred: the text that refuses `$filter`. */
function refuseQueries(call: Call): void {
  const { filter, search, orderBy, top } = call.query;
  if (filter !== undefined)
    throw malformedQuery(
      "The query specified in the URI is not valid. Query option 'Filter' is not allowed.",
    );
  if (search !== undefined || orderBy !== undefined || top !== undefined)
    throw malformedQuery('The query specified in the URI is not valid. Only $select is supported.');
}

function listSkus(call: Call): Answer {
  refuseQueries(call);
  return ok({
    '@odata.context': contextOf(call, 'subscribedSkus'),
    value: call.tenant.skus.map((sku) => pick(shapeOf(sku, call), call.query.select, 'subscribedSku')),
  });
}

function getSku(call: Call): Answer {
  refuseQueries(call);
  const id = call.parameters['sku'] ?? '';
  const [tenantId, skuId = ''] = id.split('_');
  const sku = call.tenant.sku(skuId);
  if (!sku || tenantId !== call.tenant.id) throw notFound(id);
  return ok({
    '@odata.context': contextOf(call, 'subscribedSkus', true),
    ...pick(shapeOf(sku, call), call.query.select, 'subscribedSku'),
  });
}

/** Graph: subscribedSku resource. */
export const subscribedSkuRoutes: readonly Route[] = [
  { method: 'GET', path: '/subscribedSkus', scopes: scopeRules.readSkus, cost: 3, handle: listSkus },
  { method: 'GET', path: '/subscribedSkus/{sku}', scopes: scopeRules.readSkus, cost: 3, handle: getSku },
];

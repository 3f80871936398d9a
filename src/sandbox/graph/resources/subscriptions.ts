import type { CompanySubscription } from '@microsoft/microsoft-graph-types';
import type { Tenant } from '../../tenant/tenant';
import type { SubscriptionRow } from '../../tenant/rows';
import type { Answer, Call } from '../call';
import { ok } from '../call';
import { contextOf } from '../collection';
import { notFound } from '../graphRefusal';
import type { Route } from '../route';
import { scopeRules } from '../scopes';
import { servicePlanOf } from './licenseShapes';
import { pick } from './pick';

function shapeOf(subscription: SubscriptionRow, tenant: Tenant): CompanySubscription {
  return {
    id: subscription.id,
    commerceSubscriptionId: subscription.commerceId,
    createdDateTime: subscription.createdDateTime,
    isTrial: subscription.isTrial,
    nextLifecycleDateTime: subscription.nextLifecycleDateTime,
    ownerId: tenant.personas[0]?.userId ?? null,
    ownerTenantId: tenant.id,
    ownerType: 'User',
    serviceStatus: subscription.plans.map((plan) => servicePlanOf(plan)),
    skuId: subscription.skuId,
    skuPartNumber: subscription.partNumber,
    // A SKU that is suspended as a whole has no subscription that is not.
    status:
      tenant.sku(subscription.skuId)?.capabilityStatus === 'Suspended' ? 'Suspended' : subscription.status,
    totalLicenses: subscription.totalLicenses,
  };
}

function listSubscriptions(call: Call): Answer {
  return ok({
    '@odata.context': contextOf(call, 'directory/subscriptions'),
    value: call.tenant.subscriptions.map((subscription) =>
      pick(shapeOf(subscription, call.tenant), call.query.select, 'companySubscription'),
    ),
  });
}

function getSubscription(call: Call, isWanted: (row: SubscriptionRow) => boolean, key: string): Answer {
  const found = call.tenant.subscriptions.find(isWanted);
  if (!found) throw notFound(key);
  return ok({
    '@odata.context': contextOf(call, 'directory/subscriptions', true),
    ...pick(shapeOf(found, call.tenant), call.query.select, 'companySubscription'),
  });
}

function getById(call: Call): Answer {
  const key = (call.parameters['subscription'] ?? '').toLowerCase();
  return getSubscription(call, ({ id }) => id.toLowerCase() === key, key);
}

/** Graph, get companySubscription: the id of the purchase in commerce is an alternate key. */
function getByCommerceId(call: Call): Answer {
  const key = (call.parameters['commerceId'] ?? '').toLowerCase();
  return getSubscription(call, ({ commerceId }) => commerceId.toLowerCase() === key, key);
}

/** Graph: list and get the organization's subscriptions. Inferred: the scopes are those of subscribedSkus. */
export const subscriptionRoutes: readonly Route[] = [
  {
    method: 'GET',
    path: '/directory/subscriptions',
    scopes: scopeRules.readSkus,
    cost: 1,
    handle: listSubscriptions,
  },
  {
    method: 'GET',
    path: '/directory/subscriptions/{subscription}',
    scopes: scopeRules.readSkus,
    cost: 1,
    handle: getById,
  },
  {
    method: 'GET',
    path: "/directory/subscriptions(commerceSubscriptionId='{commerceId}')",
    scopes: scopeRules.readSkus,
    cost: 1,
    handle: getByCommerceId,
  },
];

import type { Organization } from '@microsoft/microsoft-graph-types';
import { daysFrom } from '../../tenant/daysFrom';
import type { Tenant } from '../../tenant/tenant';
import { tenantFacts } from '../../tenant/tenantFacts';
import { ok } from '../call';
import { contextOf } from '../collection';
import type { Route } from '../route';
import { scopeRules } from '../scopes';
import { pick } from './pick';

function shapeOf(tenant: Tenant): Organization {
  return {
    id: tenant.id,
    deletedDateTime: null,
    businessPhones: [],
    city: tenantFacts.city,
    country: null,
    countryLetterCode: tenantFacts.countryLetterCode,
    createdDateTime: daysFrom(tenant.seedDay, -2_400),
    defaultUsageLocation: tenantFacts.countryLetterCode,
    displayName: tenant.displayName,
    marketingNotificationEmails: [],
    onPremisesLastSyncDateTime: daysFrom(tenant.seedDay, -0.02),
    onPremisesSyncEnabled: true,
    postalCode: null,
    preferredLanguage: tenantFacts.preferredLanguage,
    securityComplianceNotificationMails: [],
    securityComplianceNotificationPhones: [],
    state: null,
    street: null,
    technicalNotificationMails: [],
    tenantType: 'AAD',
    assignedPlans: [],
    provisionedPlans: [],
    verifiedDomains: [
      {
        capabilities: 'Email, OfficeCommunicationsOnline',
        isDefault: true,
        isInitial: true,
        name: tenant.defaultDomain,
        type: 'Managed',
      },
    ],
  };
}

/** Graph: organization resource; a tenant has exactly one. */
export const organizationRoutes: readonly Route[] = [
  {
    method: 'GET',
    path: '/organization',
    scopes: scopeRules.readOrganization,
    isForGuests: true,
    cost: 1,
    handle: (call) =>
      ok({
        '@odata.context': contextOf(call, 'organization'),
        value: [pick(shapeOf(call.tenant), call.query.select, 'organization')],
      }),
  },
];

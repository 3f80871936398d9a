// cspell:ignore spznk mfrggzdfmztwq
import { toPoolKey, toProductKey } from '../../../src/licensing/keys';
import type { PoolRef } from '../../../src/licensing/types';
import { groupIds } from '../../../src/sandbox/tenant/groupSeeds';
import type { Tenant } from '../../../src/sandbox/tenant/tenant';
import { prohibitedCountry, productIds } from '../../../src/sandbox/tenant/products';
import type { UserRow } from '../../../src/sandbox/tenant/rows';
import { refOf } from '../../licensing/support/samples';
import type { LicensingCast } from './licensingWorld';

const unknownId = 'ffffffff-0000-4000-8000-000000000000';

/** Names of products of the tenant as an adapter gives them, by SKU id, and of two that the tenant doesn't have. */
interface CastNames extends Pick<LicensingCast, 'unowned' | 'foreign'> {
  readonly refTo: (skuId: string) => PoolRef;
}

const directoryNames: CastNames = {
  refTo: refOf,
  unowned: refOf(unknownId),
  foreign: {
    product: toProductKey('offer', 'G2ALO6SPZNK7:0001'),
    pool: toPoolKey('allotment', 'MFRGGZDFMZTWQ2LK'),
  },
};

/**
 * Finds people of the seeded tenant for every part of the suite; default names are those of the directory. Throws an Error if
 * the tenant has no person for one.
 */
export function castTenant(tenant: Tenant, { refTo, unowned, foreign } = directoryNames): LicensingCast {
  const find = (part: string, fits: (user: UserRow) => boolean) => {
    const user = tenant.users.find((each) => !isPersona(tenant, each) && fits(each));
    if (!user) throw new Error(`the tenant has nobody to play ${part}`);
    return { kind: 'user', id: user.id } as const;
  };
  const group = (id: string) => ({ kind: 'group', id }) as const;
  const nestedGroup = tenant.group(groupIds.nordic);
  const { learn } = productIds;
  return {
    plain: refTo(productIds.timesheets),
    other: refTo(productIds.helpdesk),
    full: refTo(productIds.rota),
    grouped: refTo(learn),
    groupedPlan: tenant.sku(learn)?.plans.at(-1)?.id ?? '',
    unowned,
    foreign,
    conflicting: refTo(productIds.basic),
    dependent: refTo(productIds.forecast),
    prohibited: refTo(productIds.vault),
    newcomer: find('newcomer', (user) => isPlain(user) && user.licenses.length === 0),
    holder: find(
      'holder',
      (user) =>
        isPlain(user) && isDirect(user, productIds.timesheets) && !isDirect(user, productIds.helpdesk),
    ),
    inheritor: find('inheritor', (user) => isThroughGroup(user, learn) && !isDirect(user, learn)),
    twice: find('twice', (user) => isThroughGroup(user, learn) && isDirect(user, learn)),
    homeless: find('homeless', (user) => user.usageLocation === null && user.licenses.length === 0),
    expatriate: find(
      'expatriate',
      (user) =>
        user.usageLocation === prohibitedCountry &&
        !user.licenses.some(({ skuId }) => skuId === productIds.vault),
    ),
    conflicted: find(
      'conflicted',
      (user) => isDirect(user, productIds.suite) && !isInGroup(tenant, user, groupIds.basicPilot),
    ),
    self: { kind: 'user', id: tenant.personas.find(({ key }) => key === 'license-admin')?.userId ?? '' },
    givingGroup: group(groupIds.fieldStaff),
    givingGroupName: tenant.group(groupIds.fieldStaff)?.displayName ?? '',
    waitingGroup: group(groupIds.shiftPlanners),
    nestedGroup: group(groupIds.nordic),
    nestedGroupMembers: nestedGroup?.memberIds.filter((id) => tenant.user(id)) ?? [],
    mailList: group(groupIds.newsletter),
    unknownPerson: { kind: 'user', id: unknownId },
  };
}

function isPersona(tenant: Tenant, { id }: UserRow): boolean {
  return tenant.personas.some(({ userId }) => userId === id);
}

function isPlain({ usageLocation, accountEnabled, userType }: UserRow): boolean {
  return usageLocation !== null && accountEnabled && userType === 'Member';
}

function isDirect({ licenses }: UserRow, skuId: string): boolean {
  return licenses.some((source) => source.skuId === skuId && source.groupId === null);
}

function isThroughGroup({ licenses }: UserRow, skuId: string): boolean {
  return licenses.some(
    (source) => source.skuId === skuId && source.groupId !== null && source.state === 'Active',
  );
}

function isInGroup(tenant: Tenant, { id }: UserRow, groupId: string): boolean {
  return tenant.group(groupId)?.memberIds.includes(id) ?? false;
}

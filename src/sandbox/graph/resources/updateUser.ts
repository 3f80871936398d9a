import { graphTime } from '../../tenant/daysFrom';
import type { UserRow } from '../../tenant/rows';
import { PoolRoom } from '../../tenant/poolRoom';
import { reconcileMember } from '../../tenant/reconcileMember';
import { tenantFacts } from '../../tenant/tenantFacts';
import type { Answer, Call } from '../call';
import { ok } from '../call';
import { accessDenied, badRequest } from '../graphRefusal';
import { mayDo } from '../roleRules';
import type { Route } from '../route';
import { scopeRules } from '../scopes';
import { words } from '../words';
import { changedUserNames } from './assignLicense';
import { changeUserLicenses } from './changeUserLicenses';
import { userEntity, userOf } from './users';

/**
 * Graph, update user: only the usage location can be set; other properties are refused with a sentence that says so.
 */
function updateUser(call: Call): Answer {
  const user = userOf(call);
  if (!mayDo(call.caller, 'set-usage-location', user)) throw accessDenied();
  const { usageLocation, ...others } = (call.body ?? {}) as Readonly<Record<string, unknown>>;
  const [unserved] = Object.keys(others);
  if (unserved !== undefined) {
    call.log(words.notServed(`PATCH ${call.path} with '${unserved}'`));
    throw badRequest(`The sandbox does not serve changes of property '${unserved}'.`);
  }
  call.tenant.save({ users: [{ ...user, usageLocation: readLocation(usageLocation) }] });
  return { status: 204 };
}

/** Inferred: the sentence. A location is two letters, ISO 3166-1, and not nullable (Graph: user, usageLocation). */
function readLocation(value: unknown): string {
  if (typeof value === 'string' && /^[A-Za-z]{2}$/.test(value)) return value.toUpperCase();
  throw badRequest("Invalid value specified for property 'usageLocation' of resource 'User'.");
}

/** Looks at every source of the person again. Throws GraphRefusal without a role that may. */
export function reprocessUser(call: Call): UserRow {
  const asked = userOf(call);
  if (!mayDo(call.caller, 'reprocess-user', asked)) throw accessDenied();
  const { tenant } = call;
  const at = graphTime(call.clock.now());
  let user: UserRow = changeUserLicenses(asked, { add: [], remove: [] }, tenant, at);
  for (const group of tenant.groupsOf(user.id)) {
    if (group.licenses.length === 0) continue;
    const room = new PoolRoom(tenant, group);
    const context = {
      groupId: group.id,
      licenses: group.licenses,
      sku: (skuId: string) => tenant.sku(skuId),
      freeSeats: (skuId: string) => room.free(skuId) ?? tenant.freeSeats(skuId),
      holdsSeat: (skuId: string) => room.holds(asked.id, skuId),
      tenantLocation: tenantFacts.countryLetterCode,
      at,
    };
    user = { ...user, ...reconcileMember(user, context) };
    tenant.save({ users: [user] });
  }
  return user;
}

/** Graph, user reprocessLicenseAssignment: answered by 200 and the person. */
function reprocess(call: Call): Answer {
  return ok(userEntity(call, reprocessUser(call), changedUserNames));
}

/** Graph: update user, reprocessLicenseAssignment. */
export const updateUserRoutes: readonly Route[] = [
  {
    method: 'PATCH',
    path: '/users/{user}',
    scopes: scopeRules.updateUser,
    cost: 1,
    writesUser: true,
    handle: updateUser,
  },
  {
    method: 'POST',
    path: '/users/{user}/reprocessLicenseAssignment',
    scopes: scopeRules.reprocessUser,
    cost: 1,
    writesUser: true,
    handle: reprocess,
  },
];

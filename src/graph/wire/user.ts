import * as v from 'valibot';
import type { UserPrincipal } from '../../base/principal';
import { soft } from './soft';

/** Properties to `$select` for `toUserPrincipal`; most of them are not in Graph's default set. */
export const userSelect = [
  'id',
  'displayName',
  'mail',
  'userPrincipalName',
  'userType',
  'accountEnabled',
  'usageLocation',
  'jobTitle',
  'department',
  'companyName',
] as const;

const text = soft(v.nullable(v.string()));

/**
 * Schema of a user of Graph; spread `.entries` into a schema with more properties.
 * Only `id` is certain: a property that the token may not read is null or missing (Graph: limited information).
 */
export const userWire = v.object({
  id: v.pipe(v.string(), v.uuid()),
  displayName: text,
  mail: text,
  userPrincipalName: text,
  userType: text,
  accountEnabled: soft(v.nullable(v.boolean())),
  usageLocation: text,
  jobTitle: text,
  department: text,
  companyName: text,
});

/** A user that `userWire` has passed. */
export type UserWire = v.InferOutput<typeof userWire>;

/** Converts a user of Graph; a missing or hidden name falls back to the address, then to the id. */
export function toUserPrincipal(wire: UserWire): UserPrincipal {
  const userPrincipalName = wire.userPrincipalName ?? '';
  const address = wire.mail || userPrincipalName;
  return {
    kind: 'user',
    id: wire.id.toLowerCase(),
    displayName: wire.displayName || address || wire.id,
    address,
    userPrincipalName,
    isGuest: wire.userType === 'Guest',
    isBlocked: typeof wire.accountEnabled === 'boolean' ? !wire.accountEnabled : undefined,
    usageLocation: wire.usageLocation || undefined,
    jobTitle: wire.jobTitle || undefined,
    department: wire.department || undefined,
    companyName: wire.companyName || undefined,
  };
}

import * as v from 'valibot';
import type { UserPrincipal } from '../../base/principal';
import { soft } from './soft';

/** What to `$select` so that `toUserPrincipal` has all it needs; most of it is not in Graph's default set. */
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
] as const;

const text = soft(v.nullable(v.string()));

/**
 * A user as Graph sends one; spread `.entries` into a schema that wants more.
 * Only `id` is sure: what the token may not read comes back null or not at all (Graph: limited information).
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
});

/** A user that `userWire` has passed. */
export type UserWire = v.InferOutput<typeof userWire>;

/** Turns a user of the wire into the app's own; a name that is missing or hidden falls back to the address, then to the id. */
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
  };
}

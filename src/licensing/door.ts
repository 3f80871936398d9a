import type { Scope } from '../base/scope';
import type { ErrorCode } from '../base/appError';
import { idInKey, poolSpaces, type PoolKey } from './keys';

/**
 * Service through which licenses are read and changed: `directory` has the SKUs of Microsoft Graph v1.0, `cloud-licensing` the
 * allotments of Microsoft Graph beta. A product may come through several.
 */
export type Door = 'directory' | 'cloud-licensing';

/** Returns the version of Microsoft Graph that a door is of, whose quota its calls use. Default is the directory. */
export function versionOf(door: Door = 'directory'): 'v1.0' | 'beta' {
  return door === 'directory' ? 'v1.0' : 'beta';
}

/** State of a door for the signed-in person. */
export type DoorState =
  | { readonly kind: 'open' }
  /** The tenant or its cloud does not have it, or it answers in a way that this app does not know. */
  | { readonly kind: 'closed'; readonly because: ErrorCode }
  /** It answers that permissions are missing, so that it is not known what it has. */
  | { readonly kind: 'needs-consent' }
  /** It could not be asked for now, for the reason given; the next read asks it again. */
  | { readonly kind: 'unknown'; readonly because: ErrorCode };

/** Something that a door can't tell of a product; screens say so where it would stand. */
export type DoorLimit =
  /** Progress of the service with a group's licenses. */
  | 'group-processing'
  /** Since when a person has a seat. */
  | 'assignment-dates'
  /** Reasons for which seats don't work. */
  | 'issues';

/** Returns the door that changes of this pool go through; undefined for a key of a door that this app does not know. */
export function doorOf(pool: PoolKey): Door | undefined {
  if (idInKey(pool, poolSpaces.directory) !== undefined) return 'directory';
  return idInKey(pool, poolSpaces.allotment) === undefined ? undefined : 'cloud-licensing';
}

/**
 * True where the members of a group get each product by itself while seats last, and the others wait for one (Graph beta:
 * waitingMember). False in the directory, where a member gets all that the group carries, or none of it (Entra: group-based licensing).
 */
export function hasWaitingList(pool: PoolKey): boolean {
  return doorOf(pool) === 'cloud-licensing';
}

/** True for a product whose licenses come through cloud licensing first. Default of a product is the directory. */
export function isOfCloud(product: {
  readonly owned?: { readonly doors?: readonly Door[] } | undefined;
}): boolean {
  return product.owned?.doors?.[0] === 'cloud-licensing';
}

/** Returns the permissions that changes through a door take, by the numbers of users and groups that change (Graph: permissions). */
export function writeScopes(
  door: Door,
  { users, groups }: { readonly users: number; readonly groups: number },
): readonly Scope[] {
  if (door === 'directory') return ['LicenseAssignment.ReadWrite.All'];
  return [
    ...(users > 0 ? (['User.ReadWrite.All'] as const) : []),
    ...(groups > 0 ? (['Group.ReadWrite.All'] as const) : []),
  ];
}

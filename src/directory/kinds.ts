import type { GenericSchema } from 'valibot';
import type { Principal } from '../base/principal';
import type { Scope } from '../base/scope';
import type { GroupWire } from '../graph/wire/group';
import { groupSelect, groupWire, toGroupPrincipal } from '../graph/wire/group';
import type { UserWire } from '../graph/wire/user';
import { toUserPrincipal, userSelect, userWire } from '../graph/wire/user';

/** The reading of one kind of principal. */
export interface Kind<Wire> {
  readonly path: string;
  readonly select: readonly string[];
  readonly wire: GenericSchema<unknown, Wire>;
  readonly toPrincipal: (wire: Wire) => Principal;
  /** Properties that a search by words looks through. */
  readonly searched: readonly string[];
  /** Properties that hold an address. */
  readonly addresses: readonly string[];
  readonly scopes: readonly Scope[];
}

/** People. */
export const users: Kind<UserWire> = {
  path: '/users',
  select: userSelect,
  wire: userWire,
  toPrincipal: toUserPrincipal,
  searched: ['displayName', 'mail', 'userPrincipalName'],
  addresses: ['mail', 'userPrincipalName'],
  scopes: ['User.Read.All'],
};

/** Groups of every kind. */
export const groups: Kind<GroupWire> = {
  path: '/groups',
  select: groupSelect,
  wire: groupWire,
  toPrincipal: toGroupPrincipal,
  searched: ['displayName', 'mail'],
  addresses: ['mail'],
  scopes: ['GroupMember.Read.All'],
};

import type { GroupPrincipal, Principal } from '../../../src/base/principal';
import type { Holder, Holding, LicensedGroup, Seat, SeatPath } from '../../../src/licensing/types';
import { fakeRef, fakeUser } from './fakeServices';

/** A GUID that ends in a number. */
function fakeId(kind: 'user' | 'group', number: number): string {
  return `${kind === 'user' ? 3 : 4}0000000-0000-4000-8000-${String(number).padStart(12, '0')}`;
}

/** Person number `number`, called "Person <number>". */
export function fakePerson(number: number, over: Parameters<typeof fakeUser>[0] = {}) {
  const address = `person.${number}@wrenfold.example`;
  return fakeUser({
    id: fakeId('user', number),
    displayName: `Person ${number}`,
    address,
    userPrincipalName: address,
    ...over,
  });
}

/** A security group called "Sales EU". */
export function fakeGroup(over: Partial<GroupPrincipal> = {}): GroupPrincipal {
  return {
    kind: 'group',
    id: fakeId('group', 1),
    displayName: 'Sales EU',
    address: '',
    groupKind: 'security',
    isSecurityEnabled: true,
    isRoleAssignable: false,
    isSynced: false,
    description: undefined,
    ...over,
  };
}

/** The direct path. */
export const direct: SeatPath = { kind: 'direct' };

/** The path through a group. */
export function via(group: GroupPrincipal): SeatPath {
  return { kind: 'group', groupId: group.id, groupName: group.displayName };
}

/** An active direct seat of the product of the tests. */
export function fakeSeat(over: Partial<Seat> = {}): Seat {
  return {
    ...fakeRef,
    path: direct,
    state: 'active',
    issue: undefined,
    disabledPlanIds: [],
    updatedAt: '2030-09-14T10:00:00Z',
    ...over,
  };
}

/** A holder with a direct seat unless said otherwise. */
export function fakeHolder(user: Holder['user'], ...seats: readonly Seat[]): Holder {
  return { user, seats: seats.length > 0 ? seats : [fakeSeat()] };
}

/** Holdings of a principal. */
export function fakeHolding({ kind, id }: Principal, ...seats: readonly Seat[]): Holding {
  return { principal: { kind, id }, seats };
}

/** A group that gives the product and is processed. */
export function fakeLicensedGroup(over: Partial<LicensedGroup> = {}): LicensedGroup {
  return {
    group: fakeGroup(),
    processing: 'complete',
    peopleWithIssues: 0,
    memberCount: 12,
    disabledPlanIds: [],
    otherProducts: [],
    ...over,
  };
}

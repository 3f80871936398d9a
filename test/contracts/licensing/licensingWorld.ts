import type { PrincipalRef } from '../../../src/base/principal';
import type { DoorLimit } from '../../../src/licensing/door';
import type { ProductKey } from '../../../src/licensing/keys';
import type { LicensingAdapter } from '../../../src/licensing/licensingAdapter';
import type { PoolRef } from '../../../src/licensing/types';

/** People, groups and products of a service, by the part that they play in the suite. Ids and keys are the service's own. */
export interface LicensingCast {
  /** A product with free seats, some of them held. */
  readonly plain: PoolRef;
  /** A second one, for moves. */
  readonly other: PoolRef;
  /** A product without a free seat. */
  readonly full: PoolRef;
  /** A product of which a large group gives seats, beside direct ones. */
  readonly grouped: PoolRef;
  /** A plan of `grouped`. */
  readonly groupedPlan: string;
  /** A product that the adapter could know and the tenant does not own. */
  readonly unowned: PoolRef;
  /** A product with keys that another adapter made. */
  readonly foreign: PoolRef;
  /** A product that conflicts with what `conflicted` holds. */
  readonly conflicting: PoolRef;
  /** A product that needs another one, which `newcomer` lacks. */
  readonly dependent: PoolRef;
  /** A product that may not be used where `expatriate` is. */
  readonly prohibited: PoolRef;
  /** Holds none of these products, and nothing prevents it. */
  readonly newcomer: PrincipalRef;
  /** Holds `plain` directly. */
  readonly holder: PrincipalRef;
  /** Holds `grouped` through `givingGroup` alone. */
  readonly inheritor: PrincipalRef;
  /** Holds `grouped` directly and through `givingGroup`. */
  readonly twice: PrincipalRef;
  /** Has no usage location. */
  readonly homeless: PrincipalRef;
  readonly expatriate: PrincipalRef;
  readonly conflicted: PrincipalRef;
  /** The signed-in person. */
  readonly self: PrincipalRef;
  readonly givingGroup: PrincipalRef;
  readonly givingGroupName: string;
  /** Carries `full`, and some members got no seat. */
  readonly waitingGroup: PrincipalRef;
  /** Carries nothing; has members, and a nested group with others. */
  readonly nestedGroup: PrincipalRef;
  /** Ids of the persons who are members of `nestedGroup` themselves. */
  readonly nestedGroupMembers: readonly string[];
  /** Cannot carry licenses. */
  readonly mailList: PrincipalRef;
  /** An id that no principal has. */
  readonly unknownPerson: PrincipalRef;
}

/** Something that goes wrong with changes from now on; reads stay whole. */
export type Disturbance =
  /** The service acts, and its answer never comes. */
  | 'lost-answer'
  | 'lost-answer-once'
  /** The request never reaches the service. */
  | 'lost-request'
  | 'lost-request-once'
  /** Another change is under way, for the first two attempts. */
  | 'busy-for-a-while'
  /** Another change is under way at every attempt. */
  | 'busy-for-ever'
  /** The service is broken. */
  | 'broken'
  /** The role was taken away. */
  | 'forbidden';

/** A fresh service with one adapter, and ways to look behind it. */
export interface LicensingWorld {
  /** The adapter, for a person who may license everybody but role-assignable groups. */
  readonly adapter: LicensingAdapter;
  /** The adapter for a person who may only read. */
  readonly readerAdapter: LicensingAdapter;
  readonly cast: LicensingCast;
  /** Ids of all people. */
  readonly people: () => readonly string[];
  /** The service's own truth: working paths of a person to a product, `direct` or group ids, in any order. */
  readonly paths: (userId: string, product: ProductKey) => readonly string[];
  /** Ids of everyone with a working path to the product. */
  readonly holders: (product: ProductKey) => readonly string[];
  /** Seats of a product that are taken, where a holder may take more than one. Default is one for each holder. */
  readonly seatsTaken?: (product: ProductKey) => number;
  /** Facts that the door can't tell of the products of the cast, which their products declare. Default is none. */
  readonly limits?: readonly DoorLimit[];
  /** Completes the work that the service goes on with after its answers. */
  readonly settle: () => void;
  readonly disturb: (disturbance: Disturbance) => void;
  /** Freezes all readings at the state of now for as long as the test lasts, whatever is changed. */
  readonly lateReadings: () => void;
  readonly close: () => void;
}

import type { PrincipalRef } from '../../../src/base/principal';
import type { LicensingAdapter } from '../../../src/licensing/licensingAdapter';

/** People, groups and products of a service, by the part that they play in the suite. Ids are the service's own. */
export interface LicensingCast {
  /** A product with free seats, some of them held. */
  readonly plainSku: string;
  /** A second one, for moves. */
  readonly otherSku: string;
  /** A product without a free seat. */
  readonly fullSku: string;
  /** A product of which a large group gives seats, beside direct ones. */
  readonly groupSku: string;
  /** A plan of `groupSku`. */
  readonly groupSkuPlan: string;
  /** A product that the tenant does not own. */
  readonly unownedSku: string;
  /** A product that clashes with what `rival` holds. */
  readonly rivalSku: string;
  /** A product that needs another one, which `newcomer` lacks. */
  readonly dependentSku: string;
  /** A product that may not be used where `expatriate` is. */
  readonly prohibitedSku: string;
  /** Holds none of these products, and nothing stands against it. */
  readonly newcomer: PrincipalRef;
  /** Holds `plainSku` directly. */
  readonly holder: PrincipalRef;
  /** Holds `groupSku` through `givingGroup` alone. */
  readonly inheritor: PrincipalRef;
  /** Holds `groupSku` directly and through `givingGroup`. */
  readonly twice: PrincipalRef;
  readonly homeless: PrincipalRef;
  readonly expatriate: PrincipalRef;
  readonly rival: PrincipalRef;
  /** The signed-in person. */
  readonly self: PrincipalRef;
  readonly givingGroup: PrincipalRef;
  readonly givingGroupName: string;
  /** Carries `fullSku`, and some members got no seat. */
  readonly waitingGroup: PrincipalRef;
  /** Carries nothing; has members, and a nested group with others. */
  readonly nestedGroup: PrincipalRef;
  /** Ids of the persons who are members of `nestedGroup` themselves. */
  readonly nestedGroupMembers: readonly string[];
  /** Cannot carry licenses. */
  readonly mailList: PrincipalRef;
  /** Ids that nobody has. */
  readonly nobody: PrincipalRef;
}

/** Something that goes wrong with changes from now on; reads stay whole. */
export type Disturbance =
  /** The service acts, and its answer never comes. */
  | 'lost-answer'
  | 'lost-answer-once'
  /** The service never hears of it. */
  | 'lost-request'
  | 'lost-request-once'
  /** Another change is under way, for a while. */
  | 'busy-for-a-while'
  /** Another change is under way, whenever one tries. */
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
  /** The service's own truth: working paths of a person to a SKU, `direct` or group ids, in any order. */
  readonly paths: (userId: string, skuId: string) => readonly string[];
  /** Ids of everyone with a working path to the SKU. */
  readonly holders: (skuId: string) => readonly string[];
  /** Lets work of the service that goes on after its answers come to its end. */
  readonly settle: () => void;
  readonly disturb: (disturbance: Disturbance) => void;
  /** Lets readings show the state of now for as long as the test lasts, whatever is changed. */
  readonly lateReadings: () => void;
  readonly close: () => void;
}

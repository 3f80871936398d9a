import * as v from 'valibot';
import { soft, softObject } from '../../../graph/wire/soft';
import { userSelect, userWire } from '../../../graph/wire/user';
import { skuIdWire } from './skuKeys';

const text = soft(v.nullable(v.string()));

/** One path of one person to one SKU, as Graph sends it (Graph: licenseAssignmentState); what is odd in it is undefined. */
export const stateWire = softObject({
  skuId: soft(skuIdWire),
  disabledPlans: soft(v.nullable(v.array(v.string()))),
  /** Null for a direct license. Kept as it is, since what is odd here is no direct license. */
  assignedByGroup: v.optional(v.unknown()),
  state: text,
  error: text,
  lastUpdatedDateTime: text,
});

/** A path that `stateWire` has passed. */
export type StateWire = v.InferOutput<typeof stateWire>;

/** Nothing but an id. */
export const idWire = v.object({ id: v.string() });

/** A group's id and name. */
export const groupNameWire = v.object({
  ...idWire.entries,
  displayName: v.fallback(v.nullish(v.string()), undefined),
});

/** A user with nothing but the paths to licenses. */
export const userStatesWire = v.object({
  id: v.string(),
  licenseAssignmentStates: soft(v.nullable(v.array(stateWire))),
});

/** A user that `userStatesWire` has passed. */
export type UserStatesWire = v.InferOutput<typeof userStatesWire>;

/** Progress of Entra with a group (Graph: group, `licenseProcessingState`). */
export const processingWire = soft(v.nullable(v.object({ state: text })));

/** A state that `processingWire` has passed. */
export type ProcessingWire = v.InferOutput<typeof processingWire>;

/** A user with the paths to licenses. */
export const holderWire = v.object({ ...userWire.entries, ...userStatesWire.entries });

/** A user that `holderWire` has passed. */
export type HolderWire = v.InferOutput<typeof holderWire>;

/** Properties to `$select` for `holderWire`. */
export const holderSelect = [...userSelect, 'licenseAssignmentStates'];

/** A group with nothing but its own licenses. */
export const groupLicensesWire = v.object({
  id: v.string(),
  assignedLicenses: soft(
    v.nullable(
      v.array(softObject({ skuId: soft(skuIdWire), disabledPlans: soft(v.nullable(v.array(v.string()))) })),
    ),
  ),
});

/** A group that `groupLicensesWire` has passed. */
export type GroupLicensesWire = v.InferOutput<typeof groupLicensesWire>;

import * as v from 'valibot';
import { userSelect, userWire } from '../../../graph/wire/user';
import { skuIdWire } from './skuKeys';

/** One path of one person to one SKU, as Graph sends it (Graph: licenseAssignmentState). */
export const stateWire = v.object({
  skuId: skuIdWire,
  disabledPlans: v.nullish(v.array(v.string())),
  assignedByGroup: v.nullish(v.string()),
  state: v.string(),
  error: v.nullish(v.string()),
  lastUpdatedDateTime: v.nullish(v.string()),
});

/** A path that `stateWire` has passed. */
export type StateWire = v.InferOutput<typeof stateWire>;

/** Nothing but an id. */
export const idWire = v.object({ id: v.string() });

/** A user with nothing but the paths to licenses. */
export const userStatesWire = v.object({
  id: v.string(),
  licenseAssignmentStates: v.nullish(v.array(stateWire)),
});

/** A user that `userStatesWire` has passed. */
export type UserStatesWire = v.InferOutput<typeof userStatesWire>;

/** How far Entra is with a group (Graph: group, `licenseProcessingState`). */
export const processingWire = v.nullish(v.object({ state: v.nullish(v.string()) }));

/** A state that `processingWire` has passed. */
export type ProcessingWire = v.InferOutput<typeof processingWire>;

/** A user with the paths to licenses. */
export const holderWire = v.object({ ...userWire.entries, ...userStatesWire.entries });

/** A user that `holderWire` has passed. */
export type HolderWire = v.InferOutput<typeof holderWire>;

/** What to `$select` for `holderWire`. */
export const holderSelect = [...userSelect, 'licenseAssignmentStates'];

/** A group with nothing but its own licenses. */
export const groupLicensesWire = v.object({
  id: v.string(),
  assignedLicenses: v.nullish(
    v.array(v.object({ skuId: skuIdWire, disabledPlans: v.nullish(v.array(v.string())) })),
  ),
});

/** A group that `groupLicensesWire` has passed. */
export type GroupLicensesWire = v.InferOutput<typeof groupLicensesWire>;

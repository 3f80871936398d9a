import type * as v from 'valibot';
import { toUserPrincipal } from '../../../graph/wire/user';
import type { Holder } from '../../types';
import type { GroupNames } from './createGroupNames';
import { toSeats } from './toSeats';
import type { holderWire } from './wire';

/** Turns users into holders of one SKU, with every path to it. */
export async function toHolders(
  users: readonly v.InferOutput<typeof holderWire>[],
  skuId: string,
  groupNames: GroupNames,
  signal: AbortSignal | undefined,
): Promise<Holder[]> {
  const states = users.map((user) => user.licenseAssignmentStates?.filter((state) => state.skuId === skuId));
  const seats = await toSeats(states, groupNames, signal);
  return users.map((user, index) => ({ user: toUserPrincipal(user), seats: seats[index] ?? [] }));
}

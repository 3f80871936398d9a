import type { Seat } from '../../types';
import type { GroupNames } from './createGroupNames';
import { toSeat } from './toSeat';
import type { StateWire } from './wire';

/** Turns the paths of each of several persons into seats, asking for the names of all groups together. */
export async function toSeats(
  people: readonly (readonly StateWire[] | null | undefined)[],
  groupNames: GroupNames,
  signal?: AbortSignal,
): Promise<Seat[][]> {
  const groupIds = people.flatMap(
    (states) => states?.flatMap(({ assignedByGroup }) => assignedByGroup ?? []) ?? [],
  );
  const names = await groupNames(groupIds, signal);
  return people.map((states) => states?.map((state) => toSeat(state, names)) ?? []);
}

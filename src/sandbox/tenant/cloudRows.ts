/** Things that an allotment can be assigned to (Graph beta: assigneeTypes). */
export type AssigneeKind = 'user' | 'group' | 'device';

/**
 * One assignment that the directory cannot hold: of a product that only cloud licensing knows, or one that says from which
 * of a SKU's pools a license of the directory comes.
 */
export interface CloudAssignmentRow {
  readonly id: string;
  /** The pool. */
  readonly poolKey: string;
  readonly ownerKind: AssigneeKind;
  readonly ownerId: string;
  readonly disabledPlanIds: readonly string[];
  /** ISO 8601, UTC. */
  readonly at: string;
}

/** Seats of a pool that only cloud licensing has: who holds one, and who waits in which order. */
export interface CloudSeatsRow {
  /** The pool. */
  readonly id: string;
  readonly holderIds: readonly string[];
  /** First come, first served. */
  readonly waiting: readonly { readonly ownerId: string; readonly since: string }[];
}

/** The key under which an assignment is stored: an object has at most one of each pool. */
export function cloudAssignmentKey(
  { ownerKind, ownerId }: Pick<CloudAssignmentRow, 'ownerKind' | 'ownerId'>,
  poolKey: string,
): string {
  return `${ownerKind}:${ownerId}:${poolKey}`;
}

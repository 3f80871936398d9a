import { toAppError } from '../base/appError';
import type { GroupComposition } from '../base/principal';
import type { Directory } from '../directory/types';
import type { ProductKey } from '../licensing/keys';
import type { LicensingAdapter } from '../licensing/licensingAdapter';
import { unknownGroup, type GroupReading } from '../licensing/preflight/groupReading';

/** Most members of one group whose seats are read before a change; of a larger group they are counted only. */
export const maxMembersRead = 2_000;

/** Most groups of one list or selection whose members are read; of the others they are counted only. */
export const maxGroupsRead = 5;

/** Group that is read. */
interface GroupQuestion {
  readonly groupId: string;
  /** Products to assign or remove. For members, the group's other products are read too. */
  readonly products: readonly ProductKey[];
  /** True if members are read, and not only counted. */
  readonly isReadInFull: boolean;
  readonly signal: AbortSignal;
}

/**
 * Reads who is in a group and what each of them holds. What cannot be read is undefined in the answer, and never zero;
 * rejects with AppError `cancelled` alone.
 */
export async function readGroup(
  { directory, licensing }: { readonly directory: Directory; readonly licensing: LicensingAdapter },
  { groupId, products, isReadInFull, signal }: GroupQuestion,
): Promise<GroupReading> {
  const namesUpTo = isReadInFull ? maxMembersRead : 0;
  const [composition, carried] = await Promise.all([
    unlessUnreadable(directory.readComposition(groupId, { namesUpTo, signal })),
    unlessUnreadable(readCarried(licensing, groupId, signal)),
  ]);
  if (!composition) return { ...unknownGroup, carried };
  const wanted = [...new Set([...products, ...(carried ?? [])])];
  return {
    directUsers: composition.directUsers,
    nestedGroups: composition.nestedGroups,
    members: await unlessUnreadable(readMembers(licensing, composition, wanted, signal)),
    carried,
  };
}

async function readCarried(
  licensing: LicensingAdapter,
  groupId: string,
  signal: AbortSignal,
): Promise<readonly ProductKey[] | undefined> {
  const [group] = await licensing.readHoldings([{ kind: 'group', id: groupId }], { signal });
  return group?.isIncomplete ? undefined : group?.seats.map(({ product }) => product);
}

async function readMembers(
  licensing: LicensingAdapter,
  { userIds }: GroupComposition,
  products: readonly ProductKey[],
  signal: AbortSignal,
): Promise<GroupReading['members']> {
  if (!userIds) return undefined;
  if (userIds.length === 0) return [];
  const people = userIds.map((id) => ({ kind: 'user', id }) as const);
  return licensing.readHoldings(people, { products, signal, isBulk: true });
}

async function unlessUnreadable<T>(reading: Promise<T>): Promise<T | undefined> {
  try {
    return await reading;
  } catch (thrown) {
    if (toAppError(thrown).code === 'cancelled') throw thrown;
    return undefined;
  }
}

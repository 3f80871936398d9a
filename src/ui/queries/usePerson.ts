import { useQueries, useQuery, type UseQueryResult } from '@tanstack/react-query';
import { isGuid } from '../../base/ids';
import type { GroupPrincipal, UserPrincipal } from '../../base/principal';
import { mayReadAudits } from '../../directory/access';
import { useServices } from '../services';
import { keys } from './keys';

/** Reads a person by object id; null for an id that no person has. */
export function usePerson(id: string) {
  const { directory } = useServices();
  return useQuery({
    queryKey: keys.person(id),
    queryFn: async ({ signal }) => {
      if (!isGuid(id)) return null;
      const found = await directory.search(id, { signal });
      return found.find((each): each is UserPrincipal => each.kind === 'user') ?? null;
    },
  });
}

/** Reads all licenses of a person, of every product and by every path; nothing is read without a person. */
export function usePersonHolding(person: UserPrincipal | undefined) {
  const { licensing } = useServices();
  return useQuery({
    queryKey: keys.personHolding(person?.id ?? ''),
    queryFn: async ({ signal }) =>
      person ? ((await licensing.readHoldings([person], { signal }))[0] ?? null) : null,
    enabled: person !== undefined,
  });
}

/** A group, and whether a person is a member of it itself and not of a group inside. */
interface PersonMembership {
  readonly group: GroupPrincipal;
  readonly isMember: boolean;
}

/**
 * Reads groups by their ids, and whether a person is a direct member of each. A group that can't be read is null, one that is loading is
 * undefined.
 */
export function usePersonMemberships(
  personId: string,
  groupIds: readonly string[],
): readonly (PersonMembership | null | undefined)[] {
  const { directory } = useServices();
  return useQueries({
    queries: groupIds.map((id) => ({
      queryKey: keys.membership(personId, id),
      queryFn: async ({ signal }: { readonly signal: AbortSignal }): Promise<PersonMembership | null> => {
        const [found, members] = await Promise.all([
          directory.search(id, { signal }),
          directory.findMembers(id, [personId], signal),
        ]);
        const group = found.find((each): each is GroupPrincipal => each.kind === 'group');
        return group ? { group, isMember: members.has(personId.toLowerCase()) } : null;
      },
    })),
    combine: combineMemberships,
  });
}

function combineMemberships(results: readonly UseQueryResult<PersonMembership | null>[]) {
  return results.map(({ data, isError }) => (isError ? null : data));
}

/** Reads what the audit log has about a person's licenses; nothing is read if the role doesn't allow it. */
export function useLicenseAudits(id: string) {
  const { directory, me } = useServices();
  return useQuery({
    queryKey: keys.audits(id),
    queryFn: ({ signal }) => directory.readLicenseAudits(id, signal),
    enabled: mayReadAudits(me),
  });
}

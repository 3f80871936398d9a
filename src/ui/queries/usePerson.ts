import { useQuery } from '@tanstack/react-query';
import { isGuid } from '../../base/ids';
import type { UserPrincipal } from '../../base/principal';
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

/** Reads what the audit log has about a person's licenses; nothing is read if the role doesn't allow it. */
export function useLicenseAudits(id: string) {
  const { directory, me } = useServices();
  return useQuery({
    queryKey: keys.audits(id),
    queryFn: ({ signal }) => directory.readLicenseAudits(id, signal),
    enabled: mayReadAudits(me),
  });
}

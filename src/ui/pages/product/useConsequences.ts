import { useMemo } from 'react';
import type { Principal } from '../../../base/principal';
import { previewRemoval, type RemovalLine } from '../../../licensing/preflight/previewRemoval';
import { useGroups } from '../../queries/useGroups';
import { useServices } from '../../services';
import { useHeld } from './useHeld';

/** What would happen to each of the selected. */
export interface Consequences {
  /** Undefined while what they hold is read. */
  readonly lines: readonly RemovalLine[] | undefined;
  readonly error: Error | null;
  readonly retry: () => void;
}

/** Reads what the selected hold now, and judges the removal of a SKU from each; nothing more is read once nobody asks. */
export function useConsequences(
  skuId: string,
  principals: readonly Principal[],
  isAsking: boolean,
): Consequences {
  const { me } = useServices();
  const { data: holdings, error, refetch } = useHeld({ principals, skuIds: [skuId], isAsking });
  const { data: groups } = useGroups(skuId);
  const lines = useMemo(() => {
    const known = new Map(principals.map((principal) => [principal.id, principal]));
    const members = new Map(groups?.map(({ group, memberCount }) => [group.id, memberCount]));
    return holdings?.flatMap((holding) => {
      const principal = known.get(holding.principal.id);
      if (!principal) return [];
      const directUsers = members.get(principal.id);
      const consequence = previewRemoval({
        principal,
        holding,
        skuId,
        access: me.access,
        canLicenseRoleAssignableGroups: me.canLicenseRoleAssignableGroups,
        ...(directUsers === undefined ? {} : { composition: { directUsers, nestedGroups: 0 } }),
      });
      return [{ principal, consequence }];
    });
  }, [principals, holdings, groups, skuId, me]);
  return { lines, error, retry: () => void refetch() };
}

import type { Principal } from '../../../base/principal';
import { judgeRemoval, type RemovalConsequence } from '../../../licensing/consequences';
import { useGroups } from '../../queries/useGroups';
import { useHoldings } from '../../queries/useHoldings';
import { useServices } from '../../services';

/** A selected principal and what removing the product from it would do. */
export interface RemovalLine {
  readonly principal: Principal;
  readonly consequence: RemovalConsequence;
}

/** What would happen to each of the selected. */
export interface Consequences {
  /** Undefined while what they hold is read. */
  readonly lines: readonly RemovalLine[] | undefined;
  readonly error: Error | null;
  readonly retry: () => void;
}

/** Reads what the selected hold now, and judges the removal of a SKU from each. */
export function useConsequences(skuId: string, principals: readonly Principal[]): Consequences {
  const { me } = useServices();
  const { data: holdings, error, refetch } = useHoldings(principals);
  const { data: groups } = useGroups(skuId);
  const lines = holdings?.flatMap((holding) => {
    const principal = principals.find(({ id }) => id === holding.principal.id);
    const directUsers = groups?.find(({ group }) => group.id === holding.principal.id)?.memberCount;
    if (!principal) return [];
    const consequence = judgeRemoval({
      principal,
      holding,
      skuId,
      access: me.access,
      canLicenseRoleAssignableGroups: me.canLicenseRoleAssignableGroups,
      ...(directUsers === undefined ? {} : { composition: { directUsers, nestedGroups: 0 } }),
    });
    return [{ principal, consequence }];
  });
  return { lines, error, retry: () => void refetch() };
}

import { useMemo } from 'react';
import type { Principal } from '../../../base/principal';
import { previewRemoval, type RemovalLine } from '../../../licensing/preflight/previewRemoval';
import type { OwnedProduct } from '../../../licensing/types';
import { useGroups } from '../../queries/useGroups';
import { useServices } from '../../services';
import { useHoldings } from './useHoldings';

/** What would happen to each of the selected. */
interface Consequences {
  /** Undefined while what they hold is read. */
  readonly lines: readonly RemovalLine[] | undefined;
  readonly error: Error | null;
  readonly retry: () => void;
}

/** Reads what the selected hold now, and previews the removal of a product from each, until a job has begun. */
export function useConsequences(
  product: OwnedProduct,
  principals: readonly Principal[],
  isAsking: boolean,
): Consequences {
  const { me } = useServices();
  const { data: holdings, error, refetch } = useHoldings({ principals, products: [product.key], isAsking });
  const { data: groups } = useGroups(product.key);
  const lines = useMemo(() => {
    const known = new Map(principals.map((principal) => [principal.id, principal]));
    const members = new Map(groups?.map(({ group, memberCount }) => [group.id, memberCount]));
    return holdings?.flatMap((holding) => {
      const principal = known.get(holding.principal.id);
      if (!principal) return [];
      const directUsers = members.get(principal.id);
      return previewRemoval({
        principal,
        holding,
        product,
        access: me.access,
        canLicenseRoleAssignableGroups: me.canLicenseRoleAssignableGroups,
        ...(directUsers === undefined ? {} : { composition: { directUsers, nestedGroups: 0 } }),
      });
    });
  }, [principals, holdings, groups, product, me]);
  return { lines, error, retry: () => void refetch() };
}

import { useMemo } from 'react';
import { forEachInSteps } from '../../../base/async/inSlices';
import type { Principal } from '../../../base/principal';
import { previewRemovals, type RemovalPreview } from '../../../licensing/preflight/previewRemoval';
import type { Holding, OwnedProduct } from '../../../licensing/types';
import { useGroupReadings } from '../../queries/useGroupReadings';
import { useServices } from '../../services';
import { useGroupNames } from './useGroupNames';
import { useHoldings } from './useHoldings';
import { useInSlices } from './useInSlices';

/** What would happen to each of the selected. */
interface Consequences {
  /** Undefined while what they hold, or who is in a group, is read. */
  readonly preview: RemovalPreview | undefined;
  readonly error: Error | null;
  readonly retry: () => void;
}

/** Reads what the selected hold now, and previews the removal of a product from each, until a job has begun. */
export function useRemovalPreview(
  product: OwnedProduct,
  principals: readonly Principal[],
  isEnabled: boolean,
): Consequences {
  const { me } = useServices();
  const products = useMemo(() => [product.key], [product.key]);
  const { data, error, refetch } = useHoldings({ principals, products, isEnabled });
  const groups = useGroupReadings(principals, products, isEnabled);
  const named = useGroupNames(product.key, principals);
  const start = useMemo(() => {
    if (!data || groups.pending.size > 0) return undefined;
    return function* steps() {
      const holdings: Holding[] = [];
      yield* forEachInSteps(data, (holding) => holdings.push(named(holding)));
      return yield* previewRemovals({
        product,
        principals,
        holdings,
        groups: groups.byId,
        access: me.access,
        canLicenseRoleAssignableGroups: me.canLicenseRoleAssignableGroups,
      });
    };
  }, [principals, data, groups, named, product, me]);
  const preview = useInSlices(start, principals.length);
  return { preview, error, retry: () => void refetch() };
}

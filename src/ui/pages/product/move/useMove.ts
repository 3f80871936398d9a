import { useMemo } from 'react';
import type { Principal } from '../../../../base/principal';
import { previewMove, type MovePreflight } from '../../../../licensing/preflight/previewMove';
import type { OwnedProduct } from '../../../../licensing/types';
import { useServices } from '../../../services';
import { useHoldings } from '../useHoldings';

/** From which product to which, and who. */
interface MoveSelection {
  /** Product that is removed. */
  readonly from: OwnedProduct;
  /** Undefined until the person has chosen. */
  readonly target: OwnedProduct | undefined;
  readonly principals: readonly Principal[];
  readonly isAsking: boolean;
}

/** The pre-flight of a move. */
interface MovePreview {
  /** Undefined until a product is chosen and what they hold is read. */
  readonly preflight: MovePreflight | undefined;
  readonly isReading: boolean;
  readonly error: Error | null;
  readonly retry: () => void;
}

/** Reads what the selected hold of both products, and previews the move of each. All apps of the new product are on. */
export function useMove({ from, target, principals, isAsking }: MoveSelection): MovePreview {
  const { me } = useServices();
  const products = target ? [from.key, target.key] : [from.key];
  const held = useHoldings({ principals, products, isAsking: isAsking && target !== undefined });
  const { data: holdings, error, isFetching, refetch } = held;
  const preflight = useMemo(
    () =>
      target &&
      holdings &&
      previewMove({
        from,
        target,
        disabledPlanIds: [],
        principals,
        holdings,
        access: me.access,
        canLicenseRoleAssignableGroups: me.canLicenseRoleAssignableGroups,
      }),
    [from, target, principals, holdings, me],
  );
  return { preflight, isReading: isFetching && !holdings, error, retry: () => void refetch() };
}

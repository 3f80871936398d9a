import { useMemo } from 'react';
import type { Principal } from '../../../../base/principal';
import { previewMove, type MovePreflight } from '../../../../licensing/preflight/previewMove';
import type { AssignableProduct } from '../../../../licensing/product';
import { useServices } from '../../../services';
import { useHeld } from '../useHeld';

/** What a move is judged from. */
export interface MoveSelection {
  /** SKU that is taken. */
  readonly from: string;
  /** Undefined until the person has chosen. */
  readonly target: AssignableProduct | undefined;
  readonly principals: readonly Principal[];
  readonly isAsking: boolean;
}

/** The pre-flight of a move. */
export interface MovePreview {
  /** Undefined until a product is chosen and what they hold is read. */
  readonly preflight: MovePreflight | undefined;
  readonly isReading: boolean;
  readonly error: Error | null;
  readonly retry: () => void;
}

/** Reads what the selected hold of both products, and judges the move of each. All apps of the new product are on. */
export function useMove({ from, target, principals, isAsking }: MoveSelection): MovePreview {
  const { me } = useServices();
  const skuIds = target ? [from, target.sku.skuId] : [from];
  const held = useHeld({ principals, skuIds, isAsking: isAsking && target !== undefined });
  const { data: holdings, error, isFetching, refetch } = held;
  const preflight = useMemo(
    () =>
      target &&
      holdings &&
      previewMove({
        move: { from, to: target.sku.skuId, disabledPlanIds: [] },
        target: target.sku,
        principals,
        holdings,
        access: me.access,
        canLicenseRoleAssignableGroups: me.canLicenseRoleAssignableGroups,
      }),
    [from, target, principals, holdings, me],
  );
  return { preflight, isReading: isFetching && !holdings, error, retry: () => void refetch() };
}

import { useMemo, useState } from 'react';
import { forEachInSteps } from '../../../base/async/inSlices';
import type { Principal } from '../../../base/principal';
import type { MovePreflight } from '../../../licensing/preflight/movePreflight';
import { previewMove } from '../../../licensing/preflight/previewMove';
import type { Holding, OwnedProduct } from '../../../licensing/types';
import { useGroupReadings } from '../../queries/useGroupReadings';
import { useProducts } from '../../queries/useProducts';
import { useServices } from '../../services';
import { useGroupNames } from './useGroupNames';
import { useHoldings } from './useHoldings';
import { useInSlices } from './useInSlices';

/** From which product to which, and who. */
interface MoveSelection {
  /** Product that is removed. */
  readonly from: OwnedProduct;
  /** Undefined until the person has chosen. */
  readonly target: OwnedProduct | undefined;
  readonly principals: readonly Principal[];
  readonly isEnabled: boolean;
}

/** The pre-flight of a move. */
interface MovePreview {
  /** Undefined until a product is chosen and what they hold is read. */
  readonly preflight: MovePreflight | undefined;
  /** False while the pre-flight is worked out again, as for people who got a country; the one before shows until then. */
  readonly isCurrent: boolean;
  readonly isReading: boolean;
  readonly error: Error | null;
  readonly retry: () => void;
}

/** Reads what the selected hold of both products, and previews the move of each. All apps of the new product are on. */
export function useMovePreview({ from, target, principals, isEnabled }: MoveSelection): MovePreview {
  const { me } = useServices();
  const targetKey = target?.key;
  const products = useMemo(() => [from.key, ...(targetKey ? [targetKey] : [])], [from.key, targetKey]);
  const isEnabledNow = isEnabled && target !== undefined;
  const reading = useHoldings({ principals, products, isEnabled: isEnabledNow });
  const { data: holdings, error, isFetching, refetch } = reading;
  const groups = useGroupReadings(principals, products, isEnabledNow);
  const { products: tenant } = useProducts();
  const named = useGroupNames(from.key, principals);
  const start = useMemo(() => {
    if (!target || !holdings || groups.pending.size > 0) return undefined;
    return function* steps() {
      const withNames: Holding[] = [];
      yield* forEachInSteps(holdings, (holding) => withNames.push(named(holding)));
      return yield* previewMove({
        from,
        target,
        disabledPlanIds: [],
        principals,
        holdings: withNames,
        groups: groups.byId,
        tenant,
        access: me.access,
        canLicenseRoleAssignableGroups: me.canLicenseRoleAssignableGroups,
      });
    };
  }, [from, target, principals, holdings, groups, tenant, named, me]);
  const current = useInSlices(start, principals.length);
  const [latest, setLatest] = useState<{
    readonly of: typeof targetKey;
    readonly preflight: MovePreflight;
  }>();
  if (current && latest?.preflight !== current) setLatest({ of: targetKey, preflight: current });
  const preflight = current ?? (target && latest?.of === targetKey ? latest?.preflight : undefined);
  const isWorking = start !== undefined || isFetching || groups.pending.size > 0;
  const isReading = isEnabledNow && !preflight && isWorking;
  return { preflight, isCurrent: current !== undefined, isReading, error, retry: () => void refetch() };
}

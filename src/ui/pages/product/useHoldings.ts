import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { Principal } from '../../../base/principal';
import { newUuid } from '../../../base/ids';
import type { ProductKey } from '../../../licensing/keys';
import { keys } from '../../queries/keys';
import { useServices } from '../../services';

/** Maximum number of principals whose holdings of all products are read, which shows what else a group gives them. */
const maxFew = 200;

interface HoldingsQuery {
  /** Must be the same array while the dialog is open. */
  readonly principals: readonly Principal[];
  /** Products to read; for few principals, all products are read. */
  readonly products: readonly ProductKey[];
  readonly isEnabled: boolean;
}

/** Reads the current holdings of the selected, once for each dialog. */
export function useHoldings({ principals, products, isEnabled }: HoldingsQuery) {
  const { licensing } = useServices();
  // An id instead of the principals: they are too many for a key, and no other dialog shares the query.
  const [batch] = useState(newUuid);
  return useQuery({
    queryKey: keys.holdingsOfBatch(batch, products),
    queryFn: ({ signal }) =>
      licensing.readHoldings(
        principals,
        principals.length <= maxFew ? { signal } : { signal, products, isBulk: true },
      ),
    enabled: isEnabled,
    structuralSharing: false,
    gcTime: 0,
  });
}

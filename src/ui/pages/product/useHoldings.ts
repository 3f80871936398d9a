import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { Principal } from '../../../base/principal';
import { newUuid } from '../../../base/ids';
import type { ProductKey } from '../../../licensing/keys';
import { keys } from '../../queries/keys';
import { useServices } from '../../services';

/** Selected principals up to this number are read with all that they hold, which tells what else a group gives them. */
const maxFew = 200;

/** The selected principals, and the products that matter of what they hold. */
interface HoldingsQuery {
  /** The same for as long as the dialog is open. */
  readonly principals: readonly Principal[];
  /** The products that matter; of few principals all products are read. */
  readonly products: readonly ProductKey[];
  /** Whether the answer is still of use. */
  readonly isEnabled: boolean;
}

/** Reads what the selected hold now, once for each dialog. */
export function useHoldings({ principals, products, isEnabled }: HoldingsQuery) {
  const { licensing } = useServices();
  // Too many to name each in the key, and never asked by another dialog.
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

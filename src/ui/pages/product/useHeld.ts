import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { Principal } from '../../../base/principal';
import { newUuid } from '../../../base/ids';
import { keys } from '../../queries/keys';
import { useServices } from '../../services';

/** Up to how many selected all that they hold is read, which tells what else a group gives them. */
const fewUpTo = 200;

/** Who is asked about, and what matters of what they hold. */
export interface HeldQuestion {
  /** The same for as long as the dialog is open. */
  readonly principals: readonly Principal[];
  /** The SKUs that matter; of few people all are read. */
  readonly skuIds: readonly string[];
  /** Whether the answer is still of use. */
  readonly isAsking: boolean;
}

/** Reads what the selected hold now, once for each dialog. */
export function useHeld({ principals, skuIds, isAsking }: HeldQuestion) {
  const { licensing } = useServices();
  // Too many to name each in the key, and never asked by another dialog.
  const [batch] = useState(newUuid);
  return useQuery({
    queryKey: keys.holdingsOfBatch(batch, skuIds),
    queryFn: ({ signal }) =>
      licensing.readHoldings(
        principals,
        principals.length <= fewUpTo ? { signal } : { signal, skuIds, isBulk: true },
      ),
    enabled: isAsking,
    structuralSharing: false,
    gcTime: 0,
  });
}

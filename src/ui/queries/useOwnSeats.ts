import { queryOptions, useQuery } from '@tanstack/react-query';
import type { LicensingAdapter } from '../../licensing/licensingAdapter';
import { useServices } from '../services';
import { keys } from './keys';

/** The signed-in person's own seats. */
const ownSeatsOptions = (licensing: LicensingAdapter) =>
  queryOptions({ queryKey: keys.ownSeats, queryFn: ({ signal }) => licensing.readOwnSeats(signal) });

/** Reads the signed-in person's own seats. */
export function useOwnSeats() {
  const { licensing } = useServices();
  return useQuery(ownSeatsOptions(licensing));
}

import { queryOptions, useQuery } from '@tanstack/react-query';
import type { LicensingAdapter } from '../../licensing/licensingAdapter';
import { useServices } from '../services';
import { keys } from './keys';

/** Query of the signed-in person's own licenses. */
const ownSeatsOptions = (licensing: LicensingAdapter) =>
  queryOptions({ queryKey: keys.ownSeats, queryFn: ({ signal }) => licensing.readOwnSeats(signal) });

/** Reads the signed-in person's own licenses. */
export function useOwnSeats() {
  const { licensing } = useServices();
  return useQuery(ownSeatsOptions(licensing));
}

import { useQuery } from '@tanstack/react-query';
import { useServices } from '../services';
import { keys } from './keys';

/** Loads the manager of the data kept in this browser. */
export function useKeptData() {
  const services = useServices();
  return useQuery({
    queryKey: keys.keptData,
    queryFn: () => services.openKeptData(),
    staleTime: Infinity,
    // An object with methods, which follows changes itself, can't be compared.
    structuralSharing: false,
  });
}

import { keepPreviousData, useQuery } from '@tanstack/react-query';
import type { Door, DoorState } from '../../licensing/door';
import { useServices } from '../services';
import { keys } from './keys';
import { ownedProductsOptions } from './ownedProducts';

/** Reads the state of each door, again after each list of products; undefined until read, and without a list. */
export function useDoors(): ReadonlyMap<Door, DoorState> | undefined {
  const { licensing } = useServices();
  const { dataUpdatedAt } = useQuery({
    ...ownedProductsOptions(licensing),
    notifyOnChangeProps: ['dataUpdatedAt'],
  });
  return useQuery({
    queryKey: [...keys.doors, dataUpdatedAt],
    queryFn: ({ signal }) => licensing.readDoors(signal),
    placeholderData: keepPreviousData,
    enabled: dataUpdatedAt > 0,
  }).data;
}

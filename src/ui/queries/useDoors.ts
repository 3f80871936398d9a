import { keepPreviousData, useQuery } from '@tanstack/react-query';
import type { Door, DoorState } from '../../licensing/door';
import { useServices, type DoorControls } from '../services';
import { keys } from './keys';
import { ownedProductsOptions } from './ownedProducts';

/** State of each door, and what can be done about it. */
interface Doors extends DoorControls {
  readonly states: ReadonlyMap<Door, DoorState>;
}

/** Reads the state of each door, again after each list of products; undefined until read, and without a list. */
export function useDoors(): Doors | undefined {
  const { licensing, openDoors } = useServices();
  const { dataUpdatedAt } = useQuery({
    ...ownedProductsOptions(licensing),
    notifyOnChangeProps: ['dataUpdatedAt'],
  });
  return useQuery({
    queryKey: [...keys.doors, dataUpdatedAt],
    queryFn: async ({ signal }) => ({ ...(await openDoors()), states: await licensing.readDoors(signal) }),
    placeholderData: keepPreviousData,
    enabled: dataUpdatedAt > 0,
  }).data;
}

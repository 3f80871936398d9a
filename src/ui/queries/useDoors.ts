import { keepPreviousData, useQuery } from '@tanstack/react-query';
import type { Door, DoorState } from '../../licensing/door';
import { useServices, type DoorControls } from '../services';
import { keys } from './keys';
import { ownedProductsOptions } from './ownedProducts';

/** State of each door, and what can be done about it. */
interface Doors extends DoorControls {
  readonly states: ReadonlyMap<Door, DoorState>;
}

/**
 * Returns why the list of products may lack some of cloud licensing: it can't be read now or anymore, or needs a permission first.
 * Undefined where it lacks none, and until that is known.
 */
export function useMissingDoor(): 'unread' | 'needs-consent' | undefined {
  const doors = useDoors();
  const kind = doors?.states.get('cloud-licensing')?.kind;
  if (kind === 'unknown' || (kind === 'closed' && doors?.wasCloudKnown() === true)) return 'unread';
  return kind === 'needs-consent' ? kind : undefined;
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

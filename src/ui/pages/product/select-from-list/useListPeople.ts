import { useCallback, useState } from 'react';
import type { Principal } from '../../../../base/principal';

/** People and groups that the lists given so far name, each once, in the order in which they were found. */
interface ListPeople {
  readonly principals: readonly Principal[];
  readonly chosenIds: ReadonlySet<string>;
  readonly add: (principals: readonly Principal[]) => void;
  readonly clear: () => void;
}

const nothing = { principals: [] as readonly Principal[], chosenIds: new Set<string>() };

/** Gathers those whom lists name. */
export function useListPeople(): ListPeople {
  const [found, setFound] = useState(nothing);
  const add = useCallback((more: readonly Principal[]) => {
    setFound(({ principals, chosenIds }) => {
      const ids = new Set(chosenIds);
      const fresh = more.filter(({ id }) => !ids.has(id) && ids.add(id));
      return { principals: [...principals, ...fresh], chosenIds: ids };
    });
  }, []);
  const clear = useCallback(() => setFound(nothing), []);
  return { ...found, add, clear };
}

import { useCallback, useEffect, useState } from 'react';
import type { GivenList } from '../../../parts/list-import/ListImport';
import { useFileDrop } from '../../../parts/list-import/useFileDrop';
import { topBackStep } from '../../../parts/useBackStep';

/** State of the pane **Select from a list**, and the ways into it. */
export interface SelectFromList {
  /** False until it is opened for the first time: what it holds is kept from then on. */
  readonly wasOpened: boolean;
  readonly isOpen: boolean;
  /** The list that opened it; undefined once the pane has taken it. */
  readonly given: GivenList | undefined;
  /** True while a file that the page would take hangs over it. */
  readonly isFileOver: boolean;
  readonly open: () => void;
  readonly close: () => void;
  readonly onTaken: () => void;
}

/** Elements that take a pasted text themselves. */
const fields =
  'textarea, select, input:not([type="checkbox"], [type="radio"], [type="button"], [type="file"])';

/**
 * Opens the pane by its button, and by a list that is pasted where no field has the focus or dropped while nothing lies on
 * top of the page. Where `canTake` is false neither is taken.
 */
export function useSelectFromList(canTake: boolean): SelectFromList {
  const [state, setState] = useState<'never' | 'open' | 'closed'>('never');
  const [given, setGiven] = useState<GivenList>();
  const isTaking = (): boolean => canTake && topBackStep() === undefined;

  function take(list: GivenList): void {
    setGiven(list);
    setState('open');
  }

  const isFileOver = useFileDrop((files) => take({ kind: 'files', files }), isTaking);
  useEffect(() => {
    if (!canTake) return undefined;
    const paste = (event: ClipboardEvent): void => {
      const { target } = event;
      const isInField = target instanceof HTMLElement && (target.isContentEditable || target.matches(fields));
      if (event.defaultPrevented || isInField || topBackStep()) return;
      const files = [...(event.clipboardData?.files ?? [])];
      const text = event.clipboardData?.getData('text') ?? '';
      if (files.length === 0 && text.trim() === '') return;
      event.preventDefault();
      // A spreadsheet copies its cells as a picture too.
      take(text.trim() === '' ? { kind: 'files', files } : { kind: 'text', text });
    };
    window.addEventListener('paste', paste);
    return () => window.removeEventListener('paste', paste);
  }, [canTake]);

  return {
    wasOpened: state !== 'never',
    isOpen: state === 'open',
    given,
    isFileOver,
    open: () => setState('open'),
    close: () => setState('closed'),
    onTaken: useCallback(() => setGiven(undefined), []),
  };
}

import { useCallback, useEffect, useState } from 'react';
import type { GivenList } from '../../../parts/list-import/ListImport';
import { useFileDrop } from '../../../parts/list-import/useFileDrop';
import { topBackStep } from '../../../parts/useBackStep';

/** State of the pane **Select from a list**. */
export interface SelectFromList {
  /** True after it was opened once; its content is kept from then on. */
  readonly wasOpened: boolean;
  readonly isOpen: boolean;
  /** The pasted or dropped list that opened the pane; undefined once the pane has read it. */
  readonly given: GivenList | undefined;
  /** True while a file is dragged over the page. */
  readonly isFileOver: boolean;
  readonly open: () => void;
  readonly close: () => void;
  readonly onTaken: () => void;
}

/** Elements that handle pasted text themselves. */
const fields =
  'textarea, select, input:not([type="checkbox"], [type="radio"], [type="button"], [type="file"])';

/**
 * Opens the pane by its button, by a list pasted outside of a field, or by a file dropped while no dialog is open. If
 * `canTake` is false, pasted and dropped lists are ignored.
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
      // Spreadsheets copy cells as a picture too.
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

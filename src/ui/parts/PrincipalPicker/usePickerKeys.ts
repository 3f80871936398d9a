import { useState, type KeyboardEvent } from 'react';

/** The list under a combobox: whether it shows, and which option the arrows are at. */
interface PickerList {
  readonly isOpen: boolean;
  /** Index of the option that Enter chooses; -1 for none. */
  readonly active: number;
  readonly open: () => void;
  readonly close: () => void;
  readonly onKeyDown: (event: KeyboardEvent) => void;
}

/** Keys of an editable combobox with a list (ARIA Authoring Practices: combobox). */
export function usePickerKeys(count: number, choose: (index: number) => void, clear: () => void): PickerList {
  const [isOpen, setIsOpen] = useState(false);
  const [place, setPlace] = useState(0);
  const active = Math.min(place, count - 1);

  function move(to: number): void {
    setIsOpen(true);
    setPlace(count === 0 ? 0 : (to + count) % count);
  }

  function onKeyDown(event: KeyboardEvent): void {
    const isShown = isOpen && count > 0;
    if (event.key === 'ArrowDown') move(isShown ? active + 1 : 0);
    else if (event.key === 'ArrowUp') move(isShown ? active - 1 : count - 1);
    else if (event.key === 'Enter' && isShown) choose(active);
    else if (event.key === 'Escape' && isOpen) setIsOpen(false);
    else if (event.key === 'Escape') return clear();
    else return;
    event.preventDefault();
    // A dialog around the picker would close on the same Escape.
    event.stopPropagation();
  }

  return {
    isOpen,
    active,
    open() {
      setIsOpen(true);
      setPlace(0);
    },
    close: () => setIsOpen(false),
    onKeyDown,
  };
}

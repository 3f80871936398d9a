import { useEffect, useRef, type RefObject } from 'react';

/** Where the focus goes when the product with the pressed button is gone. */
interface FocusAfterProductRemoval {
  /** The section with the products and the button that takes more of them. */
  readonly section: RefObject<HTMLElement | null>;
  /** To be called with the place, from 0, of the product whose button was pressed. */
  readonly willRemove: (place: number) => void;
}

/** Gives the focus to the product that took the place of the dropped one, and to **Also assign** where it was the last. */
export function useFocusAfterProductRemoval(products: readonly unknown[]): FocusAfterProductRemoval {
  const section = useRef<HTMLElement>(null);
  const droppedAt = useRef<number>(undefined);
  useEffect(() => {
    if (droppedAt.current === undefined) return;
    // The first product has no button.
    const place = droppedAt.current - 1;
    droppedAt.current = undefined;
    const buttons = section.current?.querySelectorAll<HTMLElement>('[data-drop]');
    (buttons?.[place] ?? section.current?.querySelector<HTMLElement>('[data-also]'))?.focus();
  }, [products]);
  return {
    section,
    willRemove(place) {
      droppedAt.current = place;
    },
  };
}

import type { Clock } from '../../base/clock';

/** Wait for the code that takes a button away and moves the focus itself, in milliseconds. */
const graceInMs = 50;

/** Functions that the focus is kept with. */
interface KeepFocusOptions {
  readonly clock: Clock;
  /** Returns what Tab reaches in an element, in order. */
  readonly findFocusable: (within: HTMLElement) => readonly HTMLElement[];
}

/** The gap that a removed element left. */
interface Gap {
  readonly parent: HTMLElement;
  readonly before: Node | null;
  readonly after: Node | null;
}

/**
 * Moves the focus to what follows when the focused element is removed, such as a button that clears filters, a banner
 * that is dismissed, or **Try again**. Otherwise the focus falls to the top of the page, without a word to screen readers. A
 * focus that other code moves within 50 ms stays there. Returns a function that stops this.
 */
export function keepFocus(page: Document, { clock, findFocusable }: KeepFocusOptions): () => void {
  const stopped = new AbortController();
  let last: Element | null = page.activeElement;
  const isLost = (): boolean => page.activeElement === null || page.activeElement === page.body;
  const observer = new MutationObserver((records) => {
    if (last === null || last.isConnected || !isLost()) return;
    const gap = findGap(records, last);
    last = null;
    if (!gap) return;
    clock.wait(graceInMs, stopped.signal).then(
      () => {
        if (isLost()) findTarget(page, gap, findFocusable)?.focus();
      },
      () => undefined,
    );
  });
  const onFocus = ({ target }: FocusEvent): void => {
    last = target instanceof Element ? target : null;
  };
  const onBlur = (): void =>
    queueMicrotask(() => {
      // A click beside everything takes the focus away on purpose.
      if (isLost() && last?.isConnected) last = null;
    });
  observer.observe(page.body, { childList: true, subtree: true });
  page.addEventListener('focusin', onFocus);
  page.addEventListener('focusout', onBlur);
  return () => {
    stopped.abort();
    observer.disconnect();
    page.removeEventListener('focusin', onFocus);
    page.removeEventListener('focusout', onBlur);
  };
}

/** Finds the gap in what is left of the page. Undefined if the element was not removed by these changes. */
function findGap(records: readonly MutationRecord[], removed: Element): Gap | undefined {
  const around = records.filter(({ removedNodes }) =>
    [...removedNodes].some((node) => node.contains(removed)),
  );
  const outermost = around.find(({ target }) => target.isConnected);
  if (!(outermost?.target instanceof HTMLElement)) return undefined;
  return { parent: outermost.target, before: outermost.previousSibling, after: outermost.nextSibling };
}

/** Finds what gets the focus: the first after the gap, else the last before it, else the heading of the page. */
function findTarget(
  page: Document,
  gap: Gap,
  findFocusable: KeepFocusOptions['findFocusable'],
): HTMLElement | undefined {
  // A field would open the keyboard of a phone.
  const isTouch = page.defaultView?.matchMedia('(pointer: coarse)').matches === true;
  const candidates = findFocusable(
    gap.parent.closest<HTMLElement>('[role$=dialog], main') ?? page.body,
  ).filter((each) => !isTouch || !each.matches('input, textarea'));
  // In document order: the last opened comes last.
  const others = page.querySelectorAll<HTMLElement>('main, main h1[tabindex], [aria-modal=true]');
  return candidates.find((each) => isBehind(each, gap)) ?? candidates.at(-1) ?? others[others.length - 1];
}

/** True if an element is after the gap. */
function isBehind(element: Element, { parent, before, after }: Gap): boolean {
  if (before?.isConnected) return follows(element, before) && !before.contains(element);
  if (before && after?.isConnected) return after.contains(element) || follows(element, after);
  return follows(element, parent);
}

/** True if an element is in a node or after it. */
function follows(element: Element, node: Node): boolean {
  return (node.compareDocumentPosition(element) & Node.DOCUMENT_POSITION_FOLLOWING) !== 0;
}

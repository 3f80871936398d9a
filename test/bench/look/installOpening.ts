/** View of a start until its first row. */
interface Opening {
  /** Number of layouts, one after the other. */
  readonly layouts: number;
  /** Seconds until the first row; undefined while there is none. */
  readonly rowAfter: number | undefined;
  /** The first sentence outside of navigation, headings and buttons, and the seconds until then. */
  readonly words: { readonly text: string; readonly after: number } | undefined;
}

declare global {
  interface Window {
    lookOpening: () => Opening;
  }
}

/** Left, top and height of an area that is drawn as a placeholder. */
type Box = readonly [number, number, number];

/** Runs in every frame before its page, after `installSurface`: watches a start, twenty times a second. */
export function installOpening(): void {
  const boxOf = (leaf: Element): readonly Box[] => {
    const { left, top, width, height } = leaf.getBoundingClientRect();
    const { backgroundColor, backgroundImage } = getComputedStyle(leaf);
    const isPainted = backgroundColor !== 'rgba(0, 0, 0, 0)' || backgroundImage !== 'none';
    const isInView = top >= 0 && top < window.innerHeight && width >= 24 && height >= 8;
    return isPainted && isInView && window.lookIsShown(leaf) ? [[left, top, height]] : [];
  };
  const isEmptyLeaf = (element: Element): boolean =>
    element.childElementCount === 0 &&
    element.textContent === '' &&
    element.closest('nav, button, input, svg') === null;
  /** Painted areas without any text: they stand for what is still to come. */
  const placeholders = (): readonly Box[] =>
    [...document.querySelectorAll('body *')].filter(isEmptyLeaf).flatMap(boxOf);

  const isSentence = (node: Node): boolean => {
    const parent = node.parentElement;
    if (!parent?.checkVisibility() || (node.textContent ?? '').trim().split(/\s+/).length < 3) return false;
    const { width, height } = parent.getBoundingClientRect();
    return width > 2 && height > 2 && parent.closest('nav, button, a, h1, noscript, script, label') === null;
  };
  const findSentence = (): string | undefined => {
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    while (walker.nextNode())
      if (isSentence(walker.currentNode)) return walker.currentNode.textContent ?? undefined;
    return undefined;
  };

  const isNear = (a: Box, b: Box): boolean => a.every((value, at) => Math.abs(value - (b[at] ?? 0)) <= 6);
  /** Parts of a layout may come true before others: then the rest stays where it was. */
  const isSame = (a: readonly Box[], b: readonly Box[]): boolean => {
    const [few, many] = a.length < b.length ? [a, b] : [b, a];
    return few.filter((box) => many.some((other) => isNear(box, other))).length >= 0.75 * few.length;
  };

  let layouts = 0;
  let present: readonly Box[] = [];
  let rowAfter: number | undefined;
  let words: Opening['words'];
  const sample = (): void => {
    if (document.readyState === 'loading') return;
    const after = performance.now() / 1_000;
    if (window.lookFindRows().length > 0) {
      rowAfter = after;
      clearInterval(timer);
      return;
    }
    const text = words === undefined ? findSentence() : undefined;
    if (text !== undefined) words = { text, after };
    const boxes = placeholders();
    if (boxes.length === 0) return;
    if (layouts === 0 || !isSame(present, boxes)) layouts += 1;
    present = boxes;
  };
  const timer = setInterval(sample, 50);
  window.lookOpening = () => ({ layouts, rowAfter, words });
}

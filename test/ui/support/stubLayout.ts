/** Height of every row in {@link stubLayout}, in pixels. */
const rowInPx = 44;

/** Replaces the layout that jsdom lacks: scrolling elements are 1000 by 600 pixels, and each row has the usual height. */
export function stubLayout(): void {
  const height = (element: HTMLElement): number => (element.getAttribute('role') === 'row' ? rowInPx : 600);
  for (const name of ['offsetHeight', 'clientHeight']) {
    Object.defineProperty(HTMLElement.prototype, name, {
      configurable: true,
      get(this: HTMLElement) {
        return height(this);
      },
    });
  }
  for (const name of ['offsetWidth', 'clientWidth']) {
    Object.defineProperty(HTMLElement.prototype, name, { configurable: true, get: () => 1000 });
  }
}

// What a page is asked: each function runs in every frame before its page, and offers its measure on `window`.

/** Rows of the list on the screen. */
interface RowsSeen {
  /** Top of the first row of data, in pixels from the frame's top; undefined where the list has none. */
  readonly firstAt: number | undefined;
  /** Rows that are in view as a whole, uncovered. */
  readonly whole: number;
}

/** Layout shifts since they were read last. */
interface Shifts {
  /** Sum of those without input in the half second before: what CLS counts. */
  readonly unasked: number;
  /** Sum of all. */
  readonly all: number;
  /** The elements that moved most, a line each. */
  readonly moved: readonly string[];
}

declare global {
  interface Window {
    /** The topmost dialog or, without one, the page. */
    lookSurface: () => Element;
    /** True if the element is drawn. */
    lookIsShown: (element: Element) => boolean;
    /** Rows of data on the surface, from the top: of its largest grid, of its table, or cards. */
    lookFindRows: () => readonly Element[];
    lookRows: () => RowsSeen;
    /** Areas of the surface that scroll up and down now, nested ones included. */
    lookScrollAreas: () => number;
    /** Primary buttons of the surface: those that can be pressed, and those that are off. */
    lookPrimaries: () => readonly [number, number];
    lookShifts: () => Shifts;
  }
}

/** Offers `lookSurface`, `lookIsShown` and `lookFindRows`. */
export function installSurface(): void {
  const isShown = (element: Element): boolean =>
    element.checkVisibility({ visibilityProperty: true, opacityProperty: true }) &&
    element.getBoundingClientRect().height > 0;
  const surface = (): Element =>
    [...document.querySelectorAll('[role=dialog], [role=alertdialog]')].filter(isShown).at(-1) ??
    document.body;
  const isHead = (row: Element): boolean =>
    row.closest('thead') !== null || row.querySelector('[role=columnheader], th[scope=col]') !== null;

  window.lookIsShown = isShown;
  window.lookSurface = surface;
  window.lookFindRows = () => {
    const grids = [...surface().querySelectorAll('[role=grid]')].filter(isShown);
    const sizeOf = (grid: Element): number => Number(grid.getAttribute('aria-rowcount'));
    const [largest] = grids.sort((a, b) => sizeOf(b) - sizeOf(a));
    const found = largest
      ? largest.querySelectorAll('[role=row]')
      : surface().querySelectorAll('tr, ul[aria-label] > li:has(a)');
    return [...found]
      .filter((row) => isShown(row) && !isHead(row) && row.closest('nav') === null && row.clientHeight >= 24)
      .sort((a, b) => a.getBoundingClientRect().top - b.getBoundingClientRect().top);
  };
}

/** Offers `lookRows` and `lookScrollAreas`. */
export function installRows(): void {
  const isWhole = (row: Element): boolean => {
    const { left, width, top, bottom } = row.getBoundingClientRect();
    if (top < 0 || bottom > window.innerHeight + 0.5) return false;
    return [top + 3, bottom - 3].every((y) => row.contains(document.elementFromPoint(left + width / 2, y)));
  };
  const scrolls = (element: Element): boolean =>
    window.lookIsShown(element) &&
    /auto|scroll/.test(getComputedStyle(element).overflowY) &&
    element.scrollHeight > element.clientHeight + 1;

  window.lookRows = () => {
    const rows = window.lookFindRows();
    const top = rows[0]?.getBoundingClientRect().top;
    return { firstAt: top === undefined ? undefined : Math.round(top), whole: rows.filter(isWhole).length };
  };
  window.lookScrollAreas = () => {
    const root = window.lookSurface();
    return [root, ...root.querySelectorAll('*')].filter(scrolls).length;
  };
}

/** Offers `lookPrimaries`: a primary button has the fill of Fluent's token. */
export function installPrimaries(): void {
  const fills = ['--colorBrandBackground', '--colorBrandBackgroundHover', '--colorBrandBackgroundPressed'];
  /** The color of a token as computed styles write it. */
  const colorOf = (place: Element, token: string): string => {
    const probe = document.createElement('span');
    probe.style.backgroundColor = `var(${token})`;
    place.append(probe);
    const color = getComputedStyle(probe).backgroundColor;
    probe.remove();
    return color;
  };
  const isOn = (button: Element): boolean =>
    fills.some((token) => getComputedStyle(button).backgroundColor === colorOf(button, token));
  // Of the buttons that are off, only a primary one has a fill and no border.
  const isDisabled = (button: Element): boolean => {
    const { backgroundColor, borderTopColor } = getComputedStyle(button);
    const off = colorOf(button, '--colorNeutralBackgroundDisabled');
    return backgroundColor === off && borderTopColor === 'rgba(0, 0, 0, 0)';
  };

  window.lookPrimaries = () => {
    const buttons = [...window.lookSurface().querySelectorAll('.fui-Button')].filter(window.lookIsShown);
    return [buttons.filter(isOn).length, buttons.filter(isDisabled).length];
  };
}

/** Offers `lookShifts`. */
export function installShifts(): void {
  const nameOf = (node: Node | null | undefined): string => {
    const element = node instanceof Element ? node : node?.parentElement;
    if (!element) return 'something that is gone';
    const role = element.getAttribute('role') ?? element.tagName.toLowerCase();
    return `${role} "${element.textContent.trim().slice(0, 30)}"`;
  };
  const describe = ({ value, sources: [source] }: LayoutShift): string => {
    const way = source ? `${source.previousRect.y} to ${source.currentRect.y} px` : '';
    return `${value.toFixed(4)} ${nameOf(source?.node)} ${way}`;
  };
  const sum = (some: readonly LayoutShift[]): number => some.reduce((all, { value }) => all + value, 0);
  const entries: LayoutShift[] = [];
  const keep = (list: readonly PerformanceEntry[]): void => {
    entries.push(...(list as readonly LayoutShift[]));
  };
  const observer = new PerformanceObserver((list) => keep(list.getEntries()));
  observer.observe({ type: 'layout-shift', buffered: true });

  window.lookShifts = () => {
    keep(observer.takeRecords());
    const read = entries.splice(0);
    return {
      unasked: sum(read.filter(({ hadRecentInput }) => !hadRecentInput)),
      all: sum(read),
      moved: [...read]
        .sort((a, b) => b.value - a.value)
        .slice(0, 3)
        .map(describe),
    };
  };
}

/** Not in TypeScript's library yet (Layout Instability). */
interface LayoutShift extends PerformanceEntry {
  readonly value: number;
  readonly hadRecentInput: boolean;
  readonly sources: readonly {
    readonly node: Node | null;
    readonly previousRect: DOMRectReadOnly;
    readonly currentRect: DOMRectReadOnly;
  }[];
}

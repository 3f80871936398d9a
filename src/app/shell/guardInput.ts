import type { Clock } from '../../base/clock';

/** Window in which a second click counts as part of the first one; browsers and Windows use 500 ms for a double click. */
const doubleClickInMs = 500;
/** Largest distance between two clicks on the same spot, in CSS pixels. */
const sameSpotInPx = 12;

const controls =
  'button, a[href], input, select, textarea, summary, [role="button"], [role="menuitem"], [role="option"], [role="tab"]';
const textFields =
  'textarea, input:is(:not([type]), [type="text"], [type="search"], [type="email"], [type="tel"], [type="url"])';

/** The last click that went through. */
interface LastClick {
  readonly control: Element | null;
  readonly name: string;
  readonly x: number;
  readonly y: number;
  readonly at: number;
}

/**
 * Gives each key press and each click one effect, before any handler of the app sees it: no key reaches a second control
 * because the focus moved while it was down, a key that is held activates once, a double click never hits what has taken
 * the place of the pressed control, keys of an input method stay with it, and Escape in a field with text clears the text.
 * A file that is dropped where nothing takes it is let fall, rather than opened in the place of the app.
 * Returns the function that ends it.
 */
export function guardInput(target: Window, clock: Pick<Clock, 'monotonic'>): () => void {
  const pressed = new Map<string, EventTarget | null>();
  let last: LastClick | undefined;

  function onKeyDown(event: KeyboardEvent): void {
    // 229: browsers that end the composition before they report its last key (Safari) still mark that key (UI Events).
    if (event.isComposing || event.keyCode === 229) return event.stopImmediatePropagation();
    if (event.repeat && activates(event)) return swallow(event);
    if (!event.repeat) pressed.set(event.code || event.key, event.target);
    if (event.key === 'Escape' && clearText(event.target)) swallow(event);
  }

  /** The rest of a key press: what follows goes to the element that has the focus by then. */
  function onRest(event: KeyboardEvent): void {
    const id = event.code || event.key;
    const isMoved = pressed.has(id) && pressed.get(id) !== event.target;
    if (event.type === 'keyup') pressed.delete(id);
    if (isMoved && (event.key === 'Enter' || event.key === ' ')) swallow(event);
  }

  function onClick(event: MouseEvent): void {
    const { clientX: x, clientY: y } = event;
    // Clicks of keys, scripts and assistive technology have no place on the screen.
    if (event.detail === 0 || (x === 0 && y === 0)) return;
    const control = controlOf(event.target);
    const name = control?.getAttribute('aria-label') ?? control?.textContent ?? '';
    const at = clock.monotonic();
    const isSecond =
      last !== undefined &&
      at - last.at < doubleClickInMs &&
      Math.hypot(x - last.x, y - last.y) <= sameSpotInPx;
    // A control that changed its name is another one, as Pause in the place of Resume.
    if (isSecond && (control !== last?.control || name !== last?.name)) return swallow(event);
    last = { control, name, x, y, at };
  }

  const listeners = {
    dragover: holdOffFile,
    drop: holdOffFile,
    keydown: onKeyDown,
    keypress: onRest,
    keyup: onRest,
    click: onClick,
    // Two clicks with typing between them are no double click.
    input: (event: Event): void => {
      if (event.target instanceof Element && event.target.matches(textFields)) last = undefined;
    },
    // A key that is released elsewhere is never reported here.
    blur: (event: Event): void => {
      if (event.target === target) pressed.clear();
    },
  };
  const names = Object.keys(listeners) as (keyof typeof listeners)[];
  for (const name of names) target.addEventListener(name, listeners[name] as EventListener, true);
  return () =>
    names.forEach((name) => target.removeEventListener(name, listeners[name] as EventListener, true));
}

/** Keeps the browser from opening a file; what takes files says so by the effect, in a handler that comes later. */
function holdOffFile(event: DragEvent): void {
  const { dataTransfer } = event;
  if (!dataTransfer?.types.includes('Files')) return;
  event.preventDefault();
  dataTransfer.dropEffect = 'none';
}

function swallow(event: Event): void {
  event.preventDefault();
  event.stopImmediatePropagation();
}

/** True for a key that would activate something again while it is held, rather than write or move on. */
function activates({ key, target }: KeyboardEvent): boolean {
  if (key === 'Escape') return true;
  if (key === 'Enter') return !(target instanceof HTMLTextAreaElement);
  // On the page itself the space bar scrolls.
  return key === ' ' && target instanceof Element && target !== document.body && !target.matches(textFields);
}

/** Empties a field the way typing does, so that whatever follows its text knows; false where there is nothing to clear. */
function clearText(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLInputElement || target instanceof HTMLTextAreaElement)) return false;
  if (!target.matches(textFields) || target.readOnly || target.disabled || target.value === '') return false;
  // An open list of results closes first (ARIA Authoring Practices: combobox).
  if (target.getAttribute('aria-expanded') === 'true') return false;
  const prototype = target instanceof HTMLInputElement ? HTMLInputElement : HTMLTextAreaElement;
  // React takes a value that is set on the element itself for its own and reports no change.
  Object.getOwnPropertyDescriptor(prototype.prototype, 'value')?.set?.call(target, '');
  target.dispatchEvent(new Event('input', { bubbles: true }));
  return true;
}

/** The control that a click is meant for; a label stands for its field, which gets a click of its own right after. */
function controlOf(target: EventTarget | null): Element | null {
  if (!(target instanceof Element)) return null;
  return target.closest('label')?.control ?? target.closest(controls) ?? target;
}

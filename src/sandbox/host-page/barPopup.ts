import { el } from './el';

/** A labelled button of the bar that unfolds a panel. */
interface BarPopup {
  readonly element: HTMLDetailsElement;
  /** Says in the button what is chosen. */
  tell(text: string): void;
}

/** Makes a popup; only one of the bar's is open at a time, and Escape closes it. */
export function createPopup(label: string, text: string, ...content: readonly HTMLElement[]): BarPopup {
  const chosen = el('strong', {}, text);
  const summary = el('summary', {}, el('span', {}, label), chosen);
  const panel = el('div', { class: 'popup-panel' }, ...content);
  const element = el('details', { class: 'popup', name: 'bar-popup' }, summary, panel);
  element.addEventListener('keydown', (event) => {
    if (event.key !== 'Escape') return;
    element.open = false;
    summary.focus();
  });
  return { element, tell: (text) => chosen.replaceChildren(text) };
}

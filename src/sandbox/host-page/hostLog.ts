import { words } from '../words';
import { button, el } from './el';

/** The collapsible list of everything that passed between host and app. */
export interface HostLog {
  readonly element: HTMLElement;
  /** Adds a line; `kind` and `name` are also data attributes, which tests look for. */
  add(kind: 'call' | 'event' | 'note', name: string, detail?: string): void;
}

const longestDetail = 300;

/** Makes an empty log. */
export function createHostLog(): HostLog {
  const list = el('ol', { class: 'log-lines' });
  const count = el('span', { class: 'log-count' }, '0');
  const clear = button(words.log.clear, () => {
    list.replaceChildren();
    count.textContent = '0';
  });
  const summary = el('summary', {}, `${words.log.title} `, count);
  const scroller = el(
    'div',
    { class: 'log-scroller', tabindex: '0', role: 'group', 'aria-label': words.log.title },
    list,
  );
  const folding = el('details', {}, summary, scroller, clear);
  const element = el('section', { class: 'log', 'aria-label': words.log.title }, folding);
  return {
    element,
    add: (kind, name, detail = '') => {
      const text = el('span', {}, detail.slice(0, longestDetail));
      list.append(el('li', { 'data-kind': kind, 'data-name': name }, el('strong', {}, name), ' ', text));
      count.textContent = String(list.childElementCount);
    },
  };
}

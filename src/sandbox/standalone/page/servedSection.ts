import { el } from '../../host-page/el';
import { words } from '../../words';
import type { ServedRoute } from '../servedRoutes';
import { createTable } from './table';

const page = words.standalone.page;

function rowOf({ method, path, isBeta, cost, scopes }: ServedRoute): HTMLElement {
  return el(
    'tr',
    {},
    el('td', {}, method),
    el('td', { class: 'path' }, `${isBeta ? '/beta' : '/v1.0'}${path}`),
    el('td', { class: 'number' }, String(cost)),
    el('td', { class: 'path' }, scopes.join(' ')),
  );
}

/** Draws the list of everything that is served, which can be narrowed. */
export function createServedSection(routes: readonly ServedRoute[]): HTMLElement {
  const columns = [
    { heading: page.method },
    { heading: page.path },
    { heading: page.cost, isNumber: true },
    { heading: page.scopes },
  ];
  const table = createTable(page.served, columns);
  const search = el('input', { type: 'search', name: 'served' });
  const show = (): void => {
    const text = search.value.toLowerCase();
    const isWanted = ({ method, path, scopes }: ServedRoute): boolean =>
      `${method} ${path} ${scopes.join(' ')}`.toLowerCase().includes(text);
    table.body.replaceChildren(...routes.filter(isWanted).map(rowOf));
  };
  search.addEventListener('input', show);
  show();
  return el(
    'section',
    { 'aria-labelledby': 'served' },
    el(
      'div',
      { class: 'section-head' },
      el('h2', { id: 'served' }, page.served),
      el('label', { class: 'field' }, el('span', {}, page.narrow), search),
    ),
    table.element,
  );
}

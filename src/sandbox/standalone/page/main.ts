import { button, el } from '../../host-page/el';
import { createNotices } from '../../host-page/notices';
import { words } from '../../words';
import { createPeopleSection } from './peopleSection';
import { createRequestSection } from './requestSection';
import { standaloneApi } from './standaloneApi';
import { faultGroups } from '../../faultChoices';
import type { FaultGroup } from '../../faultChoices';
import { createFaultMenu } from '../../host-page/barFaults';
import { createServiceMenu } from '../../host-page/barService';
import type { SwitchesState } from '../../server/adminSwitches';
import type { ServedRoute } from '../servedRoutes';
import { createTable } from './table';

const page = words.standalone.page;

/** Follows the theme of the system: the page has no choice of its own. */
function followSystemTheme(): void {
  const dark = window.matchMedia('(prefers-color-scheme: dark)');
  const apply = (): void => {
    document.documentElement.dataset['theme'] = dark.matches ? 'dark' : 'default';
  };
  dark.addEventListener('change', apply);
  apply();
}

async function draw(): Promise<void> {
  const notices = createNotices();
  const fail = (thrown: unknown): void => notices.alarm(words.banner.sandboxFailed(String(thrown)));
  document.body.replaceChildren(notices.element);
  try {
    const [state, switches, served] = await Promise.all([
      standaloneApi.state(),
      standaloneApi.switches(),
      standaloneApi.served(),
    ]);
    const heading = el(
      'div',
      {},
      el('h1', {}, page.title),
      el('p', { class: 'quiet' }, page.summary(window.location.origin, state.users, state.tenantId)),
    );
    document.body.append(
      el(
        'main',
        {},
        heading,
        createSwitchesSection(switches, fail),
        createPeopleSection(state, (text) => notices.say(text)),
        createRequestSection(fail),
        createServedSection(served),
      ),
    );
  } catch (thrown) {
    fail(thrown);
  }
}

/** All groups but the host's: there is no host here. */
const groups = (Object.keys(faultGroups) as FaultGroup[]).filter((group) => group !== 'host');

/** Draws what can be switched: faults, quotas and delays, and starting over. */
function createSwitchesSection(switches: SwitchesState, fail: (thrown: unknown) => void): HTMLElement {
  const faults = createFaultMenu({
    groups,
    chosen: switches.faults,
    aim: switches.aim,
    onChoose: (keys) => void standaloneApi.setFaults(keys).catch(fail),
    onAim: (aim) => void standaloneApi.aimFaults(aim).catch(fail),
  });
  const service = createServiceMenu({
    switches,
    onChange: (change) => void standaloneApi.changeService(change).catch(fail),
    read: () => standaloneApi.switches(),
  });
  const startOver = button(words.bar.startOver, () => {
    if (window.confirm(words.bar.startOverQuestion)) void standaloneApi.startOver().catch(fail);
  });
  return el(
    'section',
    { 'aria-labelledby': 'switches' },
    el('h2', { id: 'switches' }, page.switches),
    el('div', { class: 'switches' }, faults, service, startOver),
  );
}

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
function createServedSection(routes: readonly ServedRoute[]): HTMLElement {
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

followSystemTheme();
void draw();

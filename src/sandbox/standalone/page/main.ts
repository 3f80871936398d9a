import { el } from '../../host-page/el';
import { createNotices } from '../../host-page/notices';
import { words } from '../../words';
import { createPeopleSection } from './peopleSection';
import { createRequestSection } from './requestSection';
import { createServedSection } from './servedSection';
import { standaloneApi } from './standaloneApi';
import { createSwitchesSection } from './switchesSection';

const page = words.standalone.page;

/** The page has no choice of themes of its own: it follows the system. */
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

followSystemTheme();
void draw();

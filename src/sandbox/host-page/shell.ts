import { words } from '../words';
import { button, el } from './el';
import { icon } from './icons';
import type { IconName } from './icons';

/** The parts of the drawn client that change. */
export interface Shell {
  readonly element: HTMLElement;
  /** Puts a frame of the app into the middle; `footer` stands below it. */
  show(frame: HTMLIFrameElement, footer: HTMLElement | undefined): void;
  setLoading(isLoading: boolean): void;
  /** Title of the tab and initials of the person. */
  describe(title: string, person: string): void;
}

/** What the buttons of the client do. */
interface ShellActions {
  readonly onBack: () => void;
  readonly onReload: () => void;
  readonly onSuspend: () => void;
}

function rail(): HTMLElement {
  const { activity, chat, calendar } = words.frame.railItems;
  const others: readonly (readonly [IconName, string])[] = [
    ['activity', activity],
    ['chat', chat],
    ['calendar', calendar],
  ];
  const items = others.map(([name, text]) => el('li', {}, icon(name), el('span', {}, text)));
  const current = el('li', { 'aria-current': 'page' }, icon('licenses'), el('span', {}, words.frame.title));
  return el('nav', { class: 'rail', 'aria-label': words.frame.rail }, el('ul', {}, ...items, current));
}

function iconButton(name: IconName, text: string, onClick: () => void): HTMLButtonElement {
  const made = button('', onClick, { 'aria-label': text, title: text });
  made.append(icon(name));
  return made;
}

const initials = (name: string): string =>
  name
    .split(/\s+/)
    .map((part) => [...part][0] ?? '')
    .slice(0, 2)
    .join('');

/** Draws the client: a rail of apps, a header, and the place of the app's frame. */
export function createShell({ onBack, onReload, onSuspend }: ShellActions): Shell {
  const title = el('h1', {});
  const avatar = el('span', { class: 'avatar', role: 'img' });
  const loading = el('div', { class: 'loading', role: 'status' });
  const actions = el(
    'div',
    { class: 'header-actions' },
    iconButton('back', words.frame.back, onBack),
    iconButton('reload', words.frame.reload, onReload),
    iconButton('suspend', words.frame.suspend, onSuspend),
  );
  const badge = el('span', { class: 'app-badge' }, icon('licenses'));
  const header = el('header', { class: 'app-header' }, badge, title, loading, actions, avatar);
  const stage = el('div', { class: 'stage' });
  return {
    element: el('div', { class: 'client' }, rail(), el('main', {}, header, stage)),
    show: (frame, footer) => stage.replaceChildren(frame, ...(footer ? [footer] : [])),
    setLoading: (isLoading) => {
      loading.textContent = isLoading ? words.frame.loading : '';
    },
    describe: (text, person) => {
      title.textContent = text;
      avatar.textContent = initials(person);
      avatar.setAttribute('aria-label', person);
    },
  };
}

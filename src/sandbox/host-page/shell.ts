import { words } from '../words';
import { button, el } from './el';

/** The parts of the drawn client that change. */
export interface Shell {
  readonly element: HTMLElement;
  /** Shows a frame of the app in the middle, with `footer` below it. */
  show(frame: HTMLIFrameElement, footer: HTMLElement | undefined): void;
  setLoading(isLoading: boolean): void;
  /** Title of the tab and initials of the person. */
  describe(title: string, person: string): void;
}

/** Callbacks of the buttons. */
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

/** Drawn for this page: the outlines of its few icons on a grid of 20 by 20. */
const outlines = {
  activity: 'M5 14h10l-1.5-2V8.5a3.5 3.5 0 0 0-7 0V12zM8.5 16.5h3',
  chat: 'M3.5 5h13v8.5H9L5.5 16.5v-3h-2z',
  calendar: 'M3.5 5h13v11.5h-13zM3.5 8.5h13M7 3v3.5M13 3v3.5',
  licenses: 'M3 5.5h14v9H3zM6 9h4M6 11.5h3M13.2 8.2a1.6 1.6 0 1 0 .01 0M12.4 11l-.6 3M14 11l.6 3',
  back: 'M8.5 5 4 9.5 8.5 14M4.5 9.5H12a4 4 0 0 1 4 4V15',
  reload: 'M15.5 8.5A6 6 0 1 0 16 11M16 4.5v4h-4',
  suspend: 'M7 5v10M13 5v10',
} as const;

/** The icons that the client has. */
type IconName = keyof typeof outlines;

const svg = 'http://www.w3.org/2000/svg';

/** Draws an icon in the color of the text around it; screen readers skip it. */
function icon(name: IconName): SVGElement {
  const path = document.createElementNS(svg, 'path');
  path.setAttribute('d', outlines[name]);
  const drawing = document.createElementNS(svg, 'svg');
  for (const [key, value] of Object.entries({
    viewBox: '0 0 20 20',
    width: '20',
    height: '20',
    'aria-hidden': 'true',
  })) {
    drawing.setAttribute(key, value);
  }
  drawing.append(path);
  return drawing;
}

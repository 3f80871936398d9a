import { words } from '../words';
import { button, el } from './el';

/** Short sentences of the host: loud ones that stay, and quiet ones that say what was done. */
export interface Notices {
  readonly element: HTMLElement;
  /** Stays in red until it is dismissed. */
  alarm(text: string): void;
  /** Replaces the last quiet sentence. */
  say(text: string): void;
}

/** Makes the place where the host's sentences appear. */
export function createNotices(): Notices {
  const alarms = el('div', { role: 'alert' });
  const status = el('div', { role: 'status', class: 'notice-status' });
  return {
    element: el('div', { class: 'notices' }, alarms, status),
    alarm: (text) => {
      const line = el('p', { class: 'alarm' }, el('span', {}, text));
      line.append(button(words.banner.dismiss, () => line.remove()));
      alarms.append(line);
    },
    say: (text) => {
      const line = el('p', { class: 'notice' }, el('span', {}, text));
      line.append(button(words.banner.dismiss, () => line.remove()));
      status.replaceChildren(line);
    },
  };
}

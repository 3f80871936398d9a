import { systemClock } from '../../base/clock';
import { oneDownloadParameter } from '../server/oneDownload';
import { words } from '../words';
import { createAppFrame } from './createAppFrame';
import { button, el } from './el';
import type { Frames, HostFrame } from './frames';
import { hosts } from './protocol/hosts';
import type { HostView, TabSettings } from './protocol/step';
import type { Shell } from './shell';

/** Entity id of the personal tab, as the app's package names it. */
const personalTab = 'licenses';

/** Time that a suspended tab stays hidden. */
const suspensionInMs = 400;

/** The tab in the middle of the client. */
interface TabView {
  /** Reloads the tab in its view. */
  mount(): void;
  /** Tells the app of a change, or of the host's own buttons. */
  send(func: string, args: readonly unknown[]): void;
  setSaveAllowed(isAllowed: boolean): void;
  /** Remembers what the app gave for a channel tab. */
  keepSettings(settings: TabSettings): void;
  /** Asks the app to step aside, as hosts do when another app is opened. */
  suspend(): void;
  /** Shows a suspended app again: as it was if it can resume, otherwise reloaded. */
  resume(): void;
}

function contentUrl({ choices, tabOrigin }: HostView, { contentUrl: configured }: TabSettings): string {
  if (choices.view === 'configure') return `${tabOrigin}/index.html#/configure`;
  const address = configured?.startsWith(`${tabOrigin}/`) ? configured : `${tabOrigin}/index.html`;
  return hosts[choices.host].clientType === 'desktop' ? askForOneDownload(address) : address;
}

/** Makes the page of the app save one file, as clients for the desktop do; its site plays that. */
function askForOneDownload(address: string): string {
  const url = new URL(address);
  url.searchParams.set(oneDownloadParameter, '1');
  return url.href;
}

/** Makes the tab; `view` gives what the host knows at the time. */
export function createTabView(shell: Shell, frames: Frames, view: () => HostView): TabView {
  let settings: TabSettings = {};
  let current: HostFrame | undefined;
  const send: TabView['send'] = (func, args) => {
    if (current) frames.send(current, func, args);
  };
  const save = button(words.frame.save, () => send('settings.save', [{}]), { class: 'button primary' });

  const mount = (): void => {
    if (current) frames.remove(current);
    const { choices, person } = view();
    const isConfiguring = choices.view === 'configure';
    const title = isConfiguring ? words.frame.configure : words.frame.title;
    const element = createAppFrame(
      contentUrl(view(), settings),
      words.frame.title,
      hosts[choices.host].clientType !== 'android',
    );
    element.dataset['client'] = choices.host;
    current = frames.add(element, {
      frameContext: isConfiguring ? 'settings' : 'content',
      entityId: settings.entityId ?? personalTab,
      subEntityId: choices.subPageId,
      settings,
      handlers: [],
    });
    save.disabled = true;
    shell.describe(title, person.displayName);
    shell.setLoading(true);
    shell.show(element, isConfiguring ? el('footer', { class: 'settings-footer' }, save) : undefined);
  };

  const resume = async (): Promise<void> => {
    if (!current) return;
    const { element, state } = current;
    if (!['load', 'beforeUnload'].every((name) => state.handlers.includes(name))) {
      mount();
      return;
    }
    element.hidden = true;
    await systemClock.wait(suspensionInMs);
    send('load', [{ entityId: state.entityId, contentUrl: element.src }]);
    element.hidden = false;
  };

  return {
    mount,
    send,
    setSaveAllowed: (isAllowed) => {
      save.disabled = !isAllowed;
    },
    keepSettings: (given) => {
      settings = given;
    },
    suspend: () => send('beforeUnload', []),
    resume: () => void resume(),
  };
}

import { newUuid } from '../../base/ids';
import { graphFaults } from '../faultChoices';
import type { FaultKey } from '../faultChoices';
import type { SandboxState } from '../server/adminApi';
import { words } from '../words';
import { createBar } from './bar';
import { readChoices, writeChoices } from './choices';
import type { Choices } from './choices';
import { createPerform } from './effects';
import { createFrames } from './frames';
import type { HostFrame } from './frames';
import { createHostLog } from './hostLog';
import { createNotices } from './notices';
import { answer } from './protocol/answer';
import type { HostRequest } from './protocol/messages';
import type { HostView } from './protocol/step';
import type { SandboxApi } from './sandboxApi';
import { createShell } from './shell';
import { syncEnvironment } from './syncEnvironment';
import { createTabView } from './tabView';
import { createTaskDialogs } from './taskDialogs';

const sessionId = newUuid();

function viewOf(state: SandboxState, choices: Choices): HostView {
  const person = state.people.find(({ key }) => key === choices.person) ?? state.people[0];
  if (!person) throw new Error('The tenant has no accounts to sign in.');
  return { choices, person, tenantId: state.tenantId, tabOrigin: state.tabOrigin, sessionId };
}

/** True if a change needs a reload: some faults show only when the tab starts; those of Graph work at once. */
function needsReload(before: Choices, after: Choices): boolean {
  const atStart = (faults: readonly FaultKey[]): string =>
    faults.filter((fault) => !(fault in graphFaults)).join();
  const isSame = (name: keyof Choices): boolean => before[name] === after[name];
  const names: readonly (keyof Choices)[] = ['person', 'language', 'host', 'users', 'subPageId', 'view'];
  return !names.every(isSame) || atStart(before.faults) !== atStart(after.faults);
}

/** Draws the host page and starts the app in it. Rejects where the sandbox's server does not answer. */
export async function createHostPage(api: SandboxApi): Promise<void> {
  let choices = readChoices(window.location.search);
  let state = await syncEnvironment(api, choices);
  const switches = await api.switches();
  const log = createHostLog();
  const notices = createNotices();
  const session = { hasSignedIn: false };
  const view = (): HostView => viewOf(state, choices);
  const report = (thrown: unknown): void => notices.alarm(words.banner.sandboxFailed(String(thrown)));

  const frames = createFrames((request, frame) => void onRequest(request, frame).catch(report));
  const shell = createShell({
    onBack: () => tab.send('backButtonPress', []),
    onReload: () => load(),
    onSuspend: () => tab.suspend(),
  });
  const tab = createTabView(shell, frames, view);
  const load = (): void => {
    session.hasSignedIn = false;
    tab.mount();
  };

  const apply = async (change: Partial<Choices>): Promise<void> => {
    const before = choices;
    choices = { ...choices, ...change };
    window.history.replaceState(null, '', window.location.pathname + writeChoices(choices));
    document.documentElement.dataset['theme'] = choices.theme;
    if (choices.theme !== before.theme) tab.send('themeChange', [choices.theme]);
    if (change.users !== undefined || change.faults) state = await syncEnvironment(api, choices);
    // A deep link to the place where the tab already is still has to lead there.
    if (needsReload(before, choices) || change.subPageId !== undefined) load();
  };
  const change = (partial: Partial<Choices>): void => void apply(partial).catch(report);

  const startOver = async (): Promise<void> => {
    if (!window.confirm(words.bar.startOverQuestion)) return;
    await api.changeTenant({ fresh: true });
    load();
  };

  const perform = createPerform({
    api,
    frames,
    log,
    notices,
    tasks: createTaskDialogs(frames),
    session,
    view,
    change,
    setLoading: (isLoading) => shell.setLoading(isLoading),
    // A real host leaves the app for what was open before it; here there is nothing else to show.
    goBack: () => {
      notices.say(words.frame.wentBack);
      if (choices.view === 'configure') change({ subPageId: '', view: 'content' });
    },
    resume: () => tab.resume(),
    setSaveAllowed: (isAllowed) => tab.setSaveAllowed(isAllowed),
    saved: ({ state: { settings } }) => {
      tab.keepSettings(settings);
      notices.say(words.frame.saved(settings.suggestedDisplayName ?? words.frame.title));
      change({ view: 'content' });
    },
  });

  async function onRequest(request: HostRequest, frame: HostFrame): Promise<void> {
    log.add('call', request.func, request.data ?? JSON.stringify(request.args));
    const step = answer(request, frame.state, view());
    frame.state = { ...frame.state, ...step.frame };
    if (step.reply) frames.reply(frame, request, step.reply);
    if (!step.effect) return;
    const late = await perform(step.effect, frame);
    if (late) frames.reply(frame, request, late);
  }

  document.documentElement.dataset['theme'] = choices.theme;
  const onStartOver = (): void => void startOver().catch(report);
  const bar = createBar({ state, switches, choices, change, api, report, startOver: onStartOver });
  document.body.replaceChildren(bar, notices.element, shell.element, log.element);
  load();
}

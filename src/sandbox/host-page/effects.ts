import { words } from '../words';
import type { Choices } from './choices';
import type { Frames, HostFrame } from './frames';
import type { HostLog } from './hostLog';
import type { Notices } from './notices';
import { bridgeReply } from './protocol/nestedAuth';
import type { Effect, HostView } from './protocol/step';
import type { SandboxApi } from './sandboxApi';
import { askPeople } from './surfaces/askPeople';
import type { TaskDialogs } from './taskDialogs';
import { tokenFlow } from './tokenFlow';
import { el } from './el';
import { openModal, paragraph } from './surfaces/modal';

/** SdkError of teams-js: the person closed the picker. */
const userAbort = 8000;

/** Parts of the host page that effects use. */
interface EffectSurroundings {
  readonly api: SandboxApi;
  readonly frames: Frames;
  readonly log: HostLog;
  readonly notices: Notices;
  readonly tasks: TaskDialogs;
  view(): HostView;
  setLoading(isLoading: boolean): void;
  /** Changes the choices and reloads the tab. */
  change(change: Partial<Choices>): void;
  goBack(): void;
  resume(): void;
  /** The configuration page's buttons. */
  setSaveAllowed(isAllowed: boolean): void;
  saved(frame: HostFrame): void;
  /** True if the user answered the sign-in question since the tab was loaded. */
  readonly session: { hasSignedIn: boolean };
}

type Perform = (effect: Effect, frame: HostFrame) => Promise<readonly unknown[] | undefined>;

async function install(appId: string, { api, log, notices }: EffectSurroundings): Promise<void> {
  const { name } = await api.findApp(appId);
  const shownName = name ?? words.dialogs.unknownApp(appId);
  if (!(await askInstall(shownName))) return;
  log.add('note', 'app-added', appId);
  notices.say(words.dialogs.installed(shownName));
}

async function share(subPageId: string, { log, notices, ...around }: EffectSurroundings): Promise<void> {
  const link = new URL(window.location.pathname, window.location.origin);
  link.searchParams.set('sub', subPageId);
  link.searchParams.set('person', around.view().person.key);
  log.add('note', 'link-copied', link.href);
  // Where the browser does not let a page write to the clipboard, the link can still be read here.
  await navigator.clipboard.writeText(link.href).catch(() => undefined);
  notices.say(`${words.dialogs.linkCopied}: ${link.href}`);
}

/** Makes the function that does what an answer asks for, and gives the arguments of a late reply where there is one. */
export function createPerform(around: EffectSurroundings): Perform {
  const { api, frames, log, notices, tasks } = around;

  const token = async (
    effect: Extract<Effect, { kind: 'token' }>,
    frame: HostFrame,
  ): Promise<readonly unknown[]> => {
    const answer = await tokenFlow(effect.request, {
      view: around.view(),
      frameOrigin: frame.origin,
      session: around.session,
      request: (body) => api.token(body),
      askToSignIn: () => askSignIn(around.view().person.userPrincipalName),
      askToConsent: askConsent,
    });
    return bridgeReply(effect.request.requestId, answer);
  };

  const pickPeople = async (isSingle: boolean): Promise<readonly unknown[]> => {
    const people = await askPeople(isSingle, (text) => api.searchPeople(around.view().person.key, text));
    return people
      ? [undefined, people]
      : [{ errorCode: userAbort, message: 'The person closed the picker.' }];
  };

  return async (effect, frame) => {
    switch (effect.kind) {
      case 'token':
        return token(effect, frame);
      case 'pick-people':
        return pickPeople(effect.isSingle);
      case 'copy':
        await navigator.clipboard.writeText(effect.text).catch(() => undefined);
        return [undefined];
      case 'open-task':
        return tasks.open(effect, frame);
      case 'close-task':
        return void tasks.close(frame, effect.result);
      case 'resize-task':
        return void tasks.resize(frame, effect.width, effect.height);
      case 'forward': {
        const target = effect.to === 'task' ? tasks.taskOf(frame) : tasks.openerOf(frame);
        if (target) frames.send(target, effect.func, effect.args);
        return undefined;
      }
      case 'install':
        return void (await install(effect.appId, around));
      case 'share':
        return void (await share(effect.subPageId, around));
      case 'open-link':
        log.add('note', 'link-shown', effect.url);
        return void (await askLink(effect.url));
      case 'chat':
        return void notices.say(words.dialogs.chatTo(effect.members.join(', ')));
      case 'navigate':
        return void around.change({ subPageId: effect.subPageId, view: 'content' });
      case 'go-back':
        return void around.goBack();
      case 'loaded':
        return void around.setLoading(false);
      case 'failed':
        around.setLoading(false);
        return void notices.alarm(words.frame.failed(effect.reason));
      case 'validity':
        return void around.setSaveAllowed(effect.isValid);
      case 'saved':
        return void around.saved(frame);
      case 'save-refused':
        return void notices.alarm(effect.reason);
      case 'ready-to-unload':
        return void around.resume();
      case 'unknown':
        console.error(words.banner.unknownFunction(effect.func));
        return void notices.alarm(words.banner.unknownFunction(effect.func));
    }
  };
}

/** Shows the permissions that are missing; only where the person may agree is there a button to do so. */
async function askConsent(scopes: readonly string[], mayConsent: boolean): Promise<boolean> {
  const { title, question, askAdministrator, accept, cancel, back } = words.consent;
  const list = el('ul', {}, ...scopes.map((scope) => el('li', {}, scope)));
  const agree = { text: accept, value: 'accept', isPrimary: true };
  const buttons = mayConsent ? [agree, { text: cancel, value: '' }] : [{ text: back, value: '' }];
  const modal = openModal(title, [paragraph(mayConsent ? question : askAdministrator), list], buttons);
  return (await modal.ended) === 'accept';
}

/** Asks the user to continue as the account that is signed in. */
async function askSignIn(account: string): Promise<boolean> {
  const { title, text, goOn, cancel } = words.signIn;
  const modal = openModal(
    title,
    [paragraph(text(account))],
    [
      { text: goOn, value: 'go-on', isPrimary: true },
      { text: cancel, value: '' },
    ],
  );
  return (await modal.ended) === 'go-on';
}

/** The host's install dialog for one app; true if the person added it. */
async function askInstall(name: string): Promise<boolean> {
  const { installTitle, installText, installAdd, cancel } = words.dialogs;
  const modal = openModal(
    installTitle(name),
    [paragraph(installText)],
    [
      { text: installAdd, value: 'add', isPrimary: true },
      { text: cancel, value: '' },
    ],
  );
  return (await modal.ended) === 'add';
}

/** Says where a link leads and leaves it to the person to go there: the sandbox itself never leaves the machine. */
async function askLink(url: string): Promise<void> {
  const { linkTitle, linkLeadsTo, linkOpen, close } = words.dialogs;
  const body = [paragraph(linkLeadsTo(new URL(url).host)), paragraph(url)];
  await openModal(linkTitle, body, [
    { text: linkOpen, value: 'open', isPrimary: true, href: url },
    { text: close, value: '' },
  ]).ended;
}

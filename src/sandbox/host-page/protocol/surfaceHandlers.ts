import { fieldsOf, textOf } from './step';
import type { Handler, HostView } from './step';

function openTask(argument: unknown, view: HostView): ReturnType<Handler> {
  const { url, title, width, height } = fieldsOf(argument);
  const address = textOf(url);
  // A host shows only pages of the app's own valid domains in a dialog.
  if (!address.startsWith(`${view.tabOrigin}/`))
    return { reply: ['the dialog is not on the domain of the app'] };
  return { effect: { kind: 'open-task', url: address, title: textOf(title), width, height } };
}

function decodeClipboard(content: unknown): string {
  const bytes = Uint8Array.from(atob(textOf(content)), (character) => character.charCodeAt(0));
  return new TextDecoder().decode(bytes);
}

/** Dialogs and pickers that the host shows for the app. */
export const surfaceHandlers: Readonly<Record<string, Handler>> = {
  'appInstallDialog.openAppInstallDialog': ([request]) => ({
    effect: { kind: 'install', appId: textOf(fieldsOf(request)['appId']) },
  }),
  'people.selectPeople': ([request]) => ({
    effect: { kind: 'pick-people', isSingle: fieldsOf(request)['singleSelect'] === true },
  }),
  'chat.openChat': ([request]) => {
    const { members } = fieldsOf(request);
    return {
      reply: [true],
      effect: { kind: 'chat', members: Array.isArray(members) ? members.map(textOf) : [] },
    };
  },
  'clipboard.writeToClipboard': ([blob]) => ({
    effect: { kind: 'copy', text: decodeClipboard(fieldsOf(blob)['content']) },
  }),
  'tasks.startTask': ([task], _frame, view) => openTask(task, view),
  'tasks.completeTask': ([result]) => ({ effect: { kind: 'close-task', result } }),
  'tasks.updateTask': ([size]) => {
    const { width, height } = fieldsOf(size);
    return { effect: { kind: 'resize-task', width, height } };
  },
  messageForParent: (args) => ({ effect: { kind: 'forward', to: 'opener', func: 'messageForParent', args } }),
  messageForChild: (args) => ({ effect: { kind: 'forward', to: 'task', func: 'messageForChild', args } }),
  'authentication.getAuthToken': () => ({
    reply: [false, 'The app has no single sign-on resource in this host.'],
  }),
};

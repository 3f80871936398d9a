import { contextOf } from './contextOf';
import { hosts, runtimeJson } from './hosts';
import { textOf } from './step';
import type { Handler } from './step';

/** Below 2.0.0, or where it reads as JSON, teams-js takes the host for an old one. */
const hostSdkVersion = '2.0.8';

const initialize: Handler = (_args, frame, { choices }) => ({
  // The nested sign-in bridge looks for the runtime in the fourth place and nowhere else.
  reply: [
    frame.frameContext,
    hosts[choices.host].clientType,
    hostSdkVersion,
    runtimeJson(choices.host, choices.faults),
  ],
  frame: { handlers: [] },
});

/** Starting, the context, registering for events, and how the start went. */
export const lifecycleHandlers: Readonly<Record<string, Handler>> = {
  initialize,
  getContext: (_args, frame, view) => ({ reply: [contextOf(frame, view)] }),
  registerHandler: ([name], frame) => ({ frame: { handlers: [...frame.handlers, textOf(name)] } }),
  'appInitialization.appLoaded': () => ({ effect: { kind: 'loaded' } }),
  'appInitialization.success': () => ({ effect: { kind: 'loaded' } }),
  'appInitialization.failure': ([reason, message]) => ({
    effect: { kind: 'failed', reason: [reason, message].map(textOf).filter(Boolean).join(': ') },
  }),
  'appInitialization.expectedFailure': ([reason, message]) => ({
    effect: { kind: 'failed', reason: [reason, message].map(textOf).filter(Boolean).join(': ') },
  }),
  readyToUnload: () => ({ effect: { kind: 'ready-to-unload' } }),
};

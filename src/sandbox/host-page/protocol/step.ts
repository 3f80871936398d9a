import type { StatePerson } from '../../server/adminApi';
import type { Choices } from '../choices';
import type { BridgeRequest } from './bridgeRequest';

/** Context in which a frame was opened (teams-js: `FrameContexts`). */
export type FrameContext = 'content' | 'settings' | 'task';

/** A channel tab's settings as the app gave them (teams-js: `pages.InstanceConfig`). */
export interface TabSettings {
  readonly contentUrl?: string;
  readonly entityId?: string;
  readonly suggestedDisplayName?: string;
  readonly websiteUrl?: string;
}

/** State of one frame. */
export interface FrameState {
  readonly frameContext: FrameContext;
  readonly entityId: string;
  readonly subEntityId: string;
  readonly settings: TabSettings;
  /** Names with which the app registered for events. */
  readonly handlers: readonly string[];
}

/** State of the host besides its frames. */
export interface HostView {
  readonly choices: Choices;
  readonly person: StatePerson;
  readonly tenantId: string;
  /** Origin of the tab's site. */
  readonly tabOrigin: string;
  /** Names this run of the host page. */
  readonly sessionId: string;
}

/** Things that an answer makes the host page do. */
export type Effect =
  | { readonly kind: 'loaded' }
  | { readonly kind: 'failed'; readonly reason: string }
  | { readonly kind: 'open-link'; readonly url: string }
  | { readonly kind: 'install'; readonly appId: string }
  | { readonly kind: 'navigate'; readonly subPageId: string }
  | { readonly kind: 'go-back' }
  | { readonly kind: 'share'; readonly subPageId: string; readonly label: string }
  | { readonly kind: 'chat'; readonly members: readonly string[] }
  | { readonly kind: 'validity'; readonly isValid: boolean }
  | { readonly kind: 'saved' }
  | { readonly kind: 'save-refused'; readonly reason: string }
  | { readonly kind: 'ready-to-unload' }
  | { readonly kind: 'close-task'; readonly result: unknown }
  | { readonly kind: 'resize-task'; readonly width: unknown; readonly height: unknown }
  | {
      readonly kind: 'forward';
      readonly to: 'task' | 'opener';
      readonly func: string;
      readonly args: readonly unknown[];
    }
  | { readonly kind: 'unknown'; readonly func: string }
  /** The rest answer the request themselves, later. */
  | { readonly kind: 'token'; readonly request: BridgeRequest }
  | { readonly kind: 'pick-people'; readonly isSingle: boolean }
  | { readonly kind: 'copy'; readonly text: string }
  | {
      readonly kind: 'open-task';
      readonly url: string;
      readonly title: string;
      readonly width: unknown;
      readonly height: unknown;
    };

/** Answer to one request: what to reply at once, what to remember of the frame, what to do. */
export interface Step {
  /** Arguments of the reply; absent where none is expected or an effect gives it later. */
  readonly reply?: readonly unknown[];
  readonly frame?: Partial<FrameState>;
  readonly effect?: Effect;
}

/** Answers one function of the host. */
export type Handler = (args: readonly unknown[], frame: FrameState, view: HostView) => Step;

/** The fields of an argument that should be an object; empty for anything else. */
export function fieldsOf(argument: unknown): Readonly<Record<string, unknown>> {
  return typeof argument === 'object' && argument !== null ? (argument as Record<string, unknown>) : {};
}

/** An argument that should be text; empty for anything else. */
export function textOf(argument: unknown): string {
  return typeof argument === 'string' ? argument : '';
}

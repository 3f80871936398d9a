import { eventMessage, readRequest, responseTo } from './protocol/messages';
import type { HostRequest } from './protocol/messages';
import type { FrameState } from './protocol/step';

/** A frame that the host created, and what it knows of it. */
export interface HostFrame {
  readonly element: HTMLIFrameElement;
  readonly origin: string;
  state: FrameState;
}

/** The frames of the host, each found by the window that a message comes from. */
export interface Frames {
  add(element: HTMLIFrameElement, state: FrameState): HostFrame;
  remove(frame: HostFrame): void;
  reply(frame: HostFrame, request: HostRequest, args: readonly unknown[]): void;
  send(frame: HostFrame, func: string, args: readonly unknown[]): void;
}

/** Listens to the window; requests of known frames from their own origins reach `onRequest`, all else is dropped. */
export function createFrames(onRequest: (request: HostRequest, frame: HostFrame) => void): Frames {
  const frames = new Set<HostFrame>();
  const post = ({ element, origin }: HostFrame, message: object): void => {
    element.contentWindow?.postMessage(message, origin);
  };
  window.addEventListener('message', (event) => {
    const frame = [...frames].find(({ element }) => element.contentWindow === event.source);
    const request = readRequest(event.data);
    if (frame && request && event.origin === frame.origin) onRequest(request, frame);
  });
  return {
    add: (element, state) => {
      const frame = { element, origin: new URL(element.src).origin, state };
      frames.add(frame);
      return frame;
    },
    remove: (frame) => void frames.delete(frame),
    reply: (frame, request, args) => post(frame, responseTo(request, args)),
    send: (frame, func, args) => post(frame, eventMessage(func, args)),
  };
}

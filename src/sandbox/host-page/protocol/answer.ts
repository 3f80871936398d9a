import { lifecycleHandlers } from './lifecycleHandlers';
import type { HostRequest } from './messages';
import { executeNestedAuth } from './nestedAuth';
import { pageHandlers } from './pageHandlers';
import type { FrameState, Handler, HostView, Step } from './step';
import { surfaceHandlers } from './surfaceHandlers';

const handlers: Readonly<Record<string, Handler>> = {
  ...lifecycleHandlers,
  ...pageHandlers,
  ...surfaceHandlers,
};

/**
 * Answers a frame's request as the host that the view describes.
 * A function that this host does not know gets no answer, as in a real one, and an effect that makes it visible.
 */
export function answer(request: HostRequest, frame: FrameState, view: HostView): Step {
  if (view.choices.faults.includes('silent-host')) return {};
  if (request.func === 'nestedAppAuth.execute') return executeNestedAuth(request.data, view);
  const handler = Object.hasOwn(handlers, request.func) ? handlers[request.func] : undefined;
  if (!handler) return { effect: { kind: 'unknown', func: request.func } };
  return handler(request.args, frame, view);
}

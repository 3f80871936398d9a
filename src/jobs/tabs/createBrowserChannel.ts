import * as v from 'valibot';
import { digestSchema } from '../journal/journalSchema';
import type { JobChannel, SentMessage } from './jobMessages';

const sentMessage = v.object({
  from: v.string(),
  message: v.variant('kind', [
    v.object({
      kind: v.literal('changed'),
      jobId: v.string(),
      digest: digestSchema,
      isRewritten: v.boolean(),
    }),
    v.object({ kind: v.literal('rests'), jobId: v.string() }),
    v.object({ kind: v.literal('listed') }),
    v.object({ kind: v.literal('asked'), jobId: v.string(), wish: v.picklist(['pause', 'cancel']) }),
  ]),
}) satisfies v.GenericSchema<unknown, SentMessage>;

/**
 * Notes over a BroadcastChannel, which reaches the tabs of the same origin alone. Where the browser refuses to open one, as it
 * may where storage is denied, no other tab shares jobs with this one, and there is nothing to tell.
 */
export function createBrowserChannel(open: () => BroadcastChannel): JobChannel {
  let channel: BroadcastChannel;
  try {
    channel = open();
  } catch {
    return { post: () => undefined, subscribe: () => () => undefined };
  }
  return {
    post: (message) => channel.postMessage(message),
    subscribe(listener) {
      const handle = ({ data }: MessageEvent<unknown>): void => {
        // Another tab may run another version of this app; what it says in other words is left.
        const parsed = v.safeParse(sentMessage, data);
        if (parsed.success) listener(parsed.output);
      };
      channel.addEventListener('message', handle);
      return () => channel.removeEventListener('message', handle);
    },
  };
}

import type { JobChannel, SentNote } from './jobChannel';

/** Notes over a BroadcastChannel, which reaches the tabs of the same origin alone. */
export function createBrowserChannel(channel: BroadcastChannel): JobChannel {
  return {
    post: (note) => channel.postMessage(note),
    subscribe(listener) {
      const hear = ({ data }: MessageEvent<unknown>): void => {
        if (isSentNote(data)) listener(data);
      };
      channel.addEventListener('message', hear);
      return () => channel.removeEventListener('message', hear);
    },
  };
}

/** Whether it is a note: another tab may run another version of this app. */
function isSentNote(data: unknown): data is SentNote {
  const { from, note } = (data ?? {}) as Partial<SentNote>;
  if (typeof from !== 'string' || typeof note !== 'object' || !note) return false;
  return ['changed', 'rests', 'listed', 'asked'].includes(note.kind);
}

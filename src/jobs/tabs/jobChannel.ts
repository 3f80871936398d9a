import * as v from 'valibot';
import type { JobDigest } from '../job';
import { digestSchema } from '../journal/journalSchema';

/** Message of one tab to the others. */
export type JobMessage =
  /** The tab that runs the job journaled events. `isRewritten` is true if they count from the beginning again. */
  | {
      readonly kind: 'changed';
      readonly jobId: string;
      readonly digest: JobDigest;
      readonly isRewritten: boolean;
    }
  /** This tab doesn't run the job any more. */
  | { readonly kind: 'run-ended'; readonly jobId: string }
  /** A job was planned or deleted. */
  | { readonly kind: 'list-changed' }
  /** The tab that runs the job must pause or cancel it. */
  | { readonly kind: 'stop-requested'; readonly jobId: string; readonly action: 'pause' | 'cancel' };

/** A message with the id of the tab that sent it. */
export interface SentMessage {
  readonly from: string;
  readonly message: JobMessage;
}

/** Sends messages between the tabs of this browser; a tab may receive its own. */
export interface JobChannel {
  post(message: SentMessage): void;
  /** Returns a function that unsubscribes. */
  subscribe(listener: (message: SentMessage) => void): () => void;
}

// Tabs with an earlier version of the app exchange messages with this one, so that the names on the channel stay.
const wireNote = v.variant('kind', [
  v.object({
    kind: v.literal('changed'),
    jobId: v.string(),
    digest: digestSchema,
    isRewritten: v.boolean(),
  }),
  v.object({ kind: v.literal('rests'), jobId: v.string() }),
  v.object({ kind: v.literal('listed') }),
  v.object({ kind: v.literal('asked'), jobId: v.string(), wish: v.picklist(['pause', 'cancel']) }),
]);
type WireNote = v.InferOutput<typeof wireNote>;
/* eslint-disable words/plain-words -- `note` is a name on the channel, which tabs of earlier versions know */
const wireMessage = v.object({ from: v.string(), note: wireNote });

function toWire(message: JobMessage): WireNote {
  switch (message.kind) {
    case 'changed':
      return message;
    case 'run-ended':
      return { kind: 'rests', jobId: message.jobId };
    case 'list-changed':
      return { kind: 'listed' };
    case 'stop-requested':
      return { kind: 'asked', jobId: message.jobId, wish: message.action };
  }
}

function fromWire(note: WireNote): JobMessage {
  switch (note.kind) {
    case 'changed':
      return note;
    case 'rests':
      return { kind: 'run-ended', jobId: note.jobId };
    case 'listed':
      return { kind: 'list-changed' };
    case 'asked':
      return { kind: 'stop-requested', jobId: note.jobId, action: note.wish };
  }
}

/**
 * Creates a channel over a BroadcastChannel, which reaches the tabs of the same origin. If the browser refuses to open one, as it
 * may where storage is denied, no other tab shares jobs with this one, and messages go nowhere.
 */
export function createBrowserChannel(open: () => BroadcastChannel): JobChannel {
  let channel: BroadcastChannel;
  try {
    channel = open();
  } catch {
    return { post: () => undefined, subscribe: () => () => undefined };
  }
  return {
    post: ({ from, message }) => channel.postMessage({ from, note: toWire(message) }),
    subscribe(listener) {
      const onMessage = ({ data }: MessageEvent<unknown>): void => {
        // A tab with a later version of this app may send other messages; they are ignored.
        const parsed = v.safeParse(wireMessage, data);
        if (parsed.success) listener({ from: parsed.output.from, message: fromWire(parsed.output.note) });
      };
      channel.addEventListener('message', onMessage);
      return () => channel.removeEventListener('message', onMessage);
    },
  };
}

/** Creates a channel within one process; messages arrive later, as between tabs. */
export function createMemoryChannel(): JobChannel {
  const listeners = new Set<(message: SentMessage) => void>();
  return {
    post(message) {
      for (const listener of listeners) queueMicrotask(() => listeners.has(listener) && listener(message));
    },
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}

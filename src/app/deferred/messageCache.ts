import { loadMessages } from '../../ui/messages/loadMessages';
import type { Messages } from '../../ui/messages/types';
import { importChunk } from './importChunk';

const loaded = new Map<string, Messages>();
const loading = new Map<string, Promise<Messages>>();

function load(locale: string): Promise<Messages> {
  const messages = importChunk(() => loadMessages(locale));
  loading.set(locale, messages);
  messages.then(
    (found) => {
      loaded.set(locale, found);
      // Screens use the spelling of the formats, which may differ from the host's.
      loaded.set(found.format.locale, found);
    },
    () => undefined,
  );
  return messages;
}

/** Caches all messages by the BCP 47 tag of their language. */
export const messageCache = {
  /** Returns the messages if they are loaded. */
  getSync: (locale: string): Messages | undefined => loaded.get(locale),
  /** Returns the same promise for a tag until `prefetch` tries again, as React requires. Rejects with AppError `chunk-load-failed`. */
  get: (locale: string): Promise<Messages> => loading.get(locale) ?? load(locale),
  /** Loads the messages before they are needed, again if that failed before. Never rejects. */
  async prefetch(locale: string): Promise<void> {
    await messageCache.get(locale).catch(() => load(locale).catch(() => undefined));
  },
};

import { loadMessages } from '../../ui/messages/loadMessages';
import type { Messages } from '../../ui/messages/types';
import { importChunk } from './importChunk';

const loaded = new Map<string, Messages>();
const loading = new Map<string, Promise<Messages>>();

function load(locale: string): Promise<Messages> {
  const messages = importChunk(() => loadMessages(locale));
  loading.set(locale, messages);
  messages.then(
    (words) => {
      loaded.set(locale, words);
      // A host may spell the tag in another way than the formats do, by which the screens ask.
      loaded.set(words.format.locale, words);
    },
    () => undefined,
  );
  return messages;
}

/** Keeps all words of the languages that were asked for, by BCP 47 tag. */
export const messageCache = {
  /** The words, where they are there already. */
  getSync: (locale: string): Messages | undefined => loaded.get(locale),
  /** The same promise for a tag until `fetch` begins anew, as React asks for. Rejects with AppError `chunk-load-failed`. */
  get: (locale: string): Promise<Messages> => loading.get(locale) ?? load(locale),
  /** Fetches the words before they are needed, anew where that failed before. Never rejects. */
  async prefetch(locale: string): Promise<void> {
    await messageCache.get(locale).catch(() => load(locale).catch(() => undefined));
  },
};

import { createFormat } from './format';
import type { Messages, CriticalMessages } from './types';

type Language = 'en' | 'sv';

const criticalLoaders = {
  en: async () => (await import(/* webpackChunkName: "messages-en" */ './enCritical')).enCritical,
  sv: async () => (await import(/* webpackChunkName: "messages-sv" */ './svCritical')).svCritical,
} satisfies Record<Language, unknown>;

const deferredLoaders = {
  en: async () => (await import(/* webpackChunkName: "deferred-messages-en" */ './enDeferred')).enDeferred,
  sv: async () => (await import(/* webpackChunkName: "deferred-messages-sv" */ './svDeferred')).svDeferred,
} satisfies Record<Language, unknown>;

/** The catalogue for a BCP 47 tag: its own language where there is one, else English. */
export function languageOf(locale: string): Language {
  return /^sv\b/i.test(locale) ? 'sv' : 'en';
}

/**
 * Loads the words that the start shows, for a BCP 47 tag in any spelling.
 * Numbers and dates follow the whole tag (`en-gb`) where the words are of the same language.
 */
export async function loadCriticalMessages(locale: string): Promise<CriticalMessages> {
  const language = languageOf(locale);
  const words = await criticalLoaders[language]();
  return words(createFormat(formatLocale(locale, language)));
}

/** Loads all words for a BCP 47 tag, as `loadStartMessages` does. */
export async function loadMessages(locale: string): Promise<Messages> {
  const [start, rest] = await Promise.all([
    loadCriticalMessages(locale),
    deferredLoaders[languageOf(locale)](),
  ]);
  return { ...start, ...rest(start.format) };
}

function formatLocale(locale: string, language: Language): string {
  try {
    const canonical = Intl.getCanonicalLocales(locale)[0] ?? language;
    return canonical.split('-')[0] === language ? canonical : language;
  } catch {
    // A host may give any string; one that is no tag at all still gets readable dates.
    return language;
  }
}

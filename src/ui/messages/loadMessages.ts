import { createFormat } from './format';
import type { Messages } from './types';

type Language = 'en' | 'sv';

const loaders = {
  en: async () => (await import(/* webpackChunkName: "words-en" */ './en')).en,
  sv: async () => (await import(/* webpackChunkName: "words-sv" */ './sv')).sv,
} satisfies Record<Language, unknown>;

/** The catalogue for a BCP 47 tag: its own language where there is one, else English. */
export function languageOf(locale: string): Language {
  return /^sv\b/i.test(locale) ? 'sv' : 'en';
}

/**
 * Loads the words for a BCP 47 tag in any spelling.
 * Numbers and dates follow the whole tag (`en-gb`) where the words are of the same language.
 */
export async function loadMessages(locale: string): Promise<Messages> {
  const language = languageOf(locale);
  const words = await loaders[language]();
  return words(createFormat(formatLocale(locale, language)));
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

import { createFormat, type Format } from './format';
import type { CriticalMessages, DeferredMessages, Messages } from './types';

interface LanguageLoaders {
  readonly critical: () => Promise<(format: Format) => CriticalMessages>;
  readonly deferred: () => Promise<(format: Format) => DeferredMessages>;
}

/** The languages of the app by their subtag. A language is added here; one that lacks messages does not compile. */
const languages = {
  en: {
    critical: async () => (await import(/* webpackChunkName: "messages-en" */ './enCritical')).enCritical,
    deferred: async () =>
      (await import(/* webpackChunkName: "deferred-messages-en" */ './enDeferred')).enDeferred,
  },
  sv: {
    critical: async () => (await import(/* webpackChunkName: "messages-sv" */ './svCritical')).svCritical,
    deferred: async () =>
      (await import(/* webpackChunkName: "deferred-messages-sv" */ './svDeferred')).svDeferred,
  },
} satisfies Readonly<Record<string, LanguageLoaders>>;

type Language = keyof typeof languages;

const isLanguage = (subtag: string): subtag is Language => Object.hasOwn(languages, subtag);

/** Picks the language of a BCP 47 tag in any spelling; English if the app doesn't speak it. */
export function languageOf(locale: string): Language {
  const [subtag = ''] = locale.toLowerCase().split(/\W/);
  return isLanguage(subtag) ? subtag : 'en';
}

/**
 * Loads the messages that the start shows, for a BCP 47 tag in any spelling.
 * Numbers and dates follow the whole tag (`en-gb`) if the messages are in the same language.
 */
export async function loadCriticalMessages(locale: string): Promise<CriticalMessages> {
  const language = languageOf(locale);
  const toMessages = await languages[language].critical();
  return toMessages(createFormat(formatLocale(locale, language)));
}

/** Loads all messages for a BCP 47 tag, as {@link loadCriticalMessages} does. */
export async function loadMessages(locale: string): Promise<Messages> {
  const [critical, toDeferred] = await Promise.all([
    loadCriticalMessages(locale),
    languages[languageOf(locale)].deferred(),
  ]);
  return { ...critical, ...toDeferred(critical.format) };
}

function formatLocale(locale: string, language: Language): string {
  try {
    const canonical = Intl.getCanonicalLocales(locale)[0] ?? language;
    return canonical.split('-')[0] === language ? canonical : language;
  } catch {
    // A host may pass any string. Dates are readable even if it isn't a language tag.
    return language;
  }
}

/** Forms of a counted word; languages that need more forms may give them. */
export type PluralForms = Readonly<{ other: string }> &
  Readonly<Partial<Record<Intl.LDMLPluralRule, string>>>;

/** Numbers, dates, plurals and lists as the language writes them. */
export interface Format {
  /** BCP 47 tag that the texts are written in. */
  readonly locale: string;
  number(value: number): string;
  /** `value` from 0 to 1. */
  percent(value: number): string;
  /** A calendar date such as that of a renewal, from an ISO date-time: its UTC day, in every time zone. */
  date(iso: string): string;
  /** A day and time of day, from an ISO date-time. */
  dateTime(iso: string): string;
  /** A time of day with seconds, from milliseconds of the wall clock. */
  time(inMs: number): string;
  /** A span in milliseconds, roughly and in one unit: "40 seconds", "6 minutes", "1.5 hours". */
  duration(inMs: number): string;
  /** Picks the form for `count` and puts the written number in place of `#`. */
  plural(count: number, forms: PluralForms): string;
  /** "A, B and C". */
  list(items: readonly string[]): string;
}

/** Makes the formats of one language from the browser's own `Intl`. */
export function createFormat(locale: string): Format {
  const number = new Intl.NumberFormat(locale);
  const percent = new Intl.NumberFormat(locale, { style: 'percent' });
  const date = new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeZone: 'UTC' });
  const dateTime = new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeStyle: 'short' });
  const plural = new Intl.PluralRules(locale);
  const list = new Intl.ListFormat(locale, { type: 'conjunction' });
  return {
    locale,
    number: (value) => number.format(value),
    percent: (value) => percent.format(value),
    date: (iso) => date.format(new Date(iso)),
    dateTime: (iso) => dateTime.format(new Date(iso)),
    time: (inMs) => new Date(inMs).toLocaleTimeString(locale),
    duration: (inMs) => {
      const { unit, value } = roughly(inMs);
      const options = { style: 'unit', unit, unitDisplay: 'long', maximumFractionDigits: 1 } as const;
      return new Intl.NumberFormat(locale, options).format(value);
    },
    plural: (count, forms) =>
      (forms[plural.select(count)] ?? forms.other).replaceAll('#', number.format(count)),
    list: (items) => list.format(items),
  };
}

const secondInMs = 1_000;
const minuteInMs = 60 * secondInMs;
const hourInMs = 60 * minuteInMs;

/** The unit in which a span is said, and how many of it. */
function roughly(inMs: number): { readonly unit: 'second' | 'minute' | 'hour'; readonly value: number } {
  if (inMs < 1.5 * minuteInMs) {
    const tens = Math.max(1, Math.ceil(inMs / (10 * secondInMs)));
    return { unit: 'second', value: tens * 10 };
  }
  if (inMs < 1.5 * hourInMs) return { unit: 'minute', value: Math.round(inMs / minuteInMs) };
  return { unit: 'hour', value: Math.round((2 * inMs) / hourInMs) / 2 };
}

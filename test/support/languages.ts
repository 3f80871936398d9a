import { createFormat } from '../../src/ui/messages/format';
import { en } from '../../src/ui/messages/en';
import { sv } from '../../src/ui/messages/sv';

/** The languages of the host with the catalogue that the app then shows, for journeys in each of them. */
export const languages = [
  { lang: 'en-us', words: en(createFormat('en-US')) },
  { lang: 'sv-se', words: sv(createFormat('sv-SE')) },
] as const;

/** The English catalogue, for journeys in one language. */
export const english = languages[0].words;

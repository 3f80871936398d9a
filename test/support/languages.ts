import { enDeferred } from '../../src/ui/messages/enDeferred';
import { enCritical } from '../../src/ui/messages/enCritical';
import { createFormat } from '../../src/ui/messages/format';
import { svDeferred } from '../../src/ui/messages/svDeferred';
import { svCritical } from '../../src/ui/messages/svCritical';

const enFormat = createFormat('en-US');
const svFormat = createFormat('sv-SE');

/** The languages of the host with the catalogue that the app then shows, for journeys in each of them. */
export const languages = [
  { lang: 'en-us', words: { ...enCritical(enFormat), ...enDeferred(enFormat) } },
  { lang: 'sv-se', words: { ...svCritical(svFormat), ...svDeferred(svFormat) } },
] as const;

/** The English catalogue, for journeys in one language. */
export const english = languages[0].words;

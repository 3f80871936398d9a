import { enRest } from '../../src/ui/messages/enRest';
import { enStart } from '../../src/ui/messages/enStart';
import { createFormat } from '../../src/ui/messages/format';
import { svRest } from '../../src/ui/messages/svRest';
import { svStart } from '../../src/ui/messages/svStart';

const enFormat = createFormat('en-US');
const svFormat = createFormat('sv-SE');

/** The languages of the host with the catalogue that the app then shows, for journeys in each of them. */
export const languages = [
  { lang: 'en-us', words: { ...enStart(enFormat), ...enRest(enFormat) } },
  { lang: 'sv-se', words: { ...svStart(svFormat), ...svRest(svFormat) } },
] as const;

/** The English catalogue, for journeys in one language. */
export const english = languages[0].words;

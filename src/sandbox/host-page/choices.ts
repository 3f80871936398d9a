import { faultKeys, isFaultKey } from '../faultChoices';
import type { FaultKey } from '../faultChoices';
import { isHostKey } from './protocol/hosts';
import type { HostKey } from './protocol/hosts';

/** Themes that a host announces (teams-js: `app.Context`). */
export type Theme = 'default' | 'dark' | 'contrast';

/** Languages that the host can be set to. */
export type Language = 'en-us' | 'sv-se';

/** View of the tab: its content, or the page that sets up a channel tab. */
export type View = 'content' | 'configure';

/** Choices of the bar; they are kept in the page's address, so that a link repeats them. */
export interface Choices {
  /** Key of the account that is signed in. */
  readonly person: string;
  readonly theme: Theme;
  readonly language: Language;
  readonly host: HostKey;
  /** Number of people in the tenant; `undefined` leaves it as it is. */
  readonly users: number | undefined;
  readonly faults: readonly FaultKey[];
  /** Subpage of the app that a deep link opens. */
  readonly subPageId: string;
  readonly view: View;
}

const themes: readonly Theme[] = ['default', 'dark', 'contrast'];
const languages: readonly Language[] = ['en-us', 'sv-se'];

function oneOf<T extends string>(values: readonly T[], text: string | null, otherwise: T): T {
  return values.find((value) => value === text) ?? otherwise;
}

/** Reads the choices out of an address's query; what is missing or unknown becomes the default. */
export function readChoices(search: string): Choices {
  const query = new URLSearchParams(search);
  const host = query.get('host') ?? '';
  const users = Number(query.get('users'));
  return {
    person: query.get('person') ?? 'global-admin',
    theme: oneOf(themes, query.get('theme'), 'default'),
    language: oneOf(languages, query.get('lang'), 'en-us'),
    host: isHostKey(host) ? host : 'teams-web',
    users: Number.isInteger(users) && users > 0 ? users : undefined,
    faults: (query.get('faults') ?? '').split(',').filter(isFaultKey),
    subPageId: query.get('sub') ?? '',
    view: oneOf<View>(['content', 'configure'], query.get('view'), 'content'),
  };
}

/** Writes choices as a query; defaults are left out so that addresses stay short. */
export function writeChoices(choices: Choices): string {
  const query = new URLSearchParams();
  const standard = readChoices('');
  const set = (name: string, value: string, normal: string): void => {
    if (value !== normal) query.set(name, value);
  };
  set('person', choices.person, standard.person);
  set('theme', choices.theme, standard.theme);
  set('lang', choices.language, standard.language);
  set('host', choices.host, standard.host);
  set('users', String(choices.users ?? ''), '');
  set('faults', faultKeys.filter((key) => choices.faults.includes(key)).join(','), '');
  set('sub', choices.subPageId, '');
  set('view', choices.view, standard.view);
  const text = query.toString();
  return text === '' ? '' : `?${text}`;
}

import { faultGroups } from '../faultChoices';
import type { FaultGroup } from '../faultChoices';
import type { SandboxState } from '../server/adminApi';
import type { SwitchesState } from '../server/adminSwitches';
import { words } from '../words';
import { createFaultMenu } from './barFaults';
import { createServiceMenu } from './barService';
import type { Choices } from './choices';
import { button, el } from './el';
import type { SandboxApi } from './sandboxApi';

type Change = (change: Partial<Choices>) => void;

interface SelectOptions<T extends string> {
  readonly label: string;
  readonly name: string;
  readonly value: T;
  /** Value and text of each option. */
  readonly options: readonly (readonly [T, string])[];
  readonly onChange: (value: T) => void;
}

function select<T extends string>({ label, name, value, options, onChange }: SelectOptions<T>): HTMLElement {
  const control = el('select', { name });
  for (const [key, text] of options)
    control.append(el('option', { value: key, selected: key === value }, text));
  control.addEventListener('change', () => onChange(control.value as T));
  return el('label', { class: 'field' }, el('span', {}, label), control);
}

const entriesOf = <T extends string>(table: Readonly<Record<T, string>>): (readonly [T, string])[] =>
  (Object.keys(table) as T[]).map((key) => [key, table[key]]);

function personOptions(state: SandboxState): (readonly [string, string])[] {
  const roles: Readonly<Record<string, string>> = words.people;
  return state.people.map(({ key, displayName }) => [key, `${roles[key] ?? key} – ${displayName}`]);
}

/** State and callbacks of the bar. */
interface BarOptions {
  readonly state: SandboxState;
  readonly switches: SwitchesState;
  readonly choices: Choices;
  readonly change: Change;
  readonly api: SandboxApi;
  /** Takes what went wrong. */
  readonly report: (thrown: unknown) => void;
  readonly startOver: () => void;
}

function menusOf({ switches, choices, change, api, report }: BarOptions): HTMLElement[] {
  const faults = createFaultMenu({
    groups: Object.keys(faultGroups) as FaultGroup[],
    chosen: choices.faults,
    aim: switches.aim,
    onChoose: (chosen) => change({ faults: chosen }),
    onAim: (aim) => void api.aimFaults(aim).catch(report),
  });
  const service = createServiceMenu({
    switches,
    onChange: (wanted) =>
      void api
        .changeService(wanted)
        .then(() => {
          // The app looks at the doors when it starts.
          if (wanted.directory?.doors !== undefined) change({ subPageId: choices.subPageId });
        })
        .catch(report),
    read: () => api.switches(),
  });
  return [faults, service];
}

/** Draws the bar, which changes the environment of the app. */
export function createBar(options: BarOptions): HTMLElement {
  const { state, choices, change, startOver } = options;
  const sizes = state.sizes.map((size) => [String(size), size.toLocaleString('en')] as const);
  const fields = el(
    'div',
    { class: 'bar-fields' },
    select({
      label: words.bar.person,
      name: 'person',
      value: choices.person,
      options: personOptions(state),
      onChange: (person) => change({ person }),
    }),
    select({
      label: words.bar.theme,
      name: 'theme',
      value: choices.theme,
      options: entriesOf(words.themes),
      onChange: (theme) => change({ theme }),
    }),
    select({
      label: words.bar.language,
      name: 'lang',
      value: choices.language,
      options: entriesOf(words.languages),
      onChange: (language) => change({ language }),
    }),
    select({
      label: words.bar.host,
      name: 'host',
      value: choices.host,
      options: entriesOf(words.hosts),
      onChange: (host) => change({ host }),
    }),
    select({
      label: words.bar.size,
      name: 'users',
      value: String(state.users),
      options: sizes,
      onChange: (users) => change({ users: Number(users) }),
    }),
    ...menusOf(options),
    button(words.bar.startOver, startOver, { class: 'button' }),
  );
  // On a phone the bar would fill the screen, so there it starts folded.
  const isOpen = window.matchMedia('(min-width: 48rem)').matches;
  const folding = el('details', { open: isOpen }, el('summary', {}, words.bar.name), fields);
  return el('section', { class: 'bar', 'aria-label': words.bar.name }, folding);
}

import { faultKeys } from '../faultChoices';
import type { SandboxState } from '../sites/adminApi';
import { words } from '../words';
import type { Choices } from './choices';
import { button, el } from './el';

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

function faultsMenu({ faults }: Choices, change: Change): HTMLElement {
  const countText = (count: number): string =>
    count === 0 ? words.bar.noFaults : words.bar.someFaults(count);
  const summary = el(
    'summary',
    {},
    el('span', {}, words.bar.faults),
    el('strong', {}, countText(faults.length)),
  );
  const list = el('fieldset', {}, el('legend', {}, words.bar.faults));
  for (const key of faultKeys) {
    const box = el('input', { type: 'checkbox', name: 'fault', value: key, checked: faults.includes(key) });
    list.append(el('label', {}, box, words.faults[key]));
  }
  list.addEventListener('change', () => {
    const boxes = [...list.querySelectorAll('input')];
    const chosen = faultKeys.filter((key) => boxes.some((box) => box.value === key && box.checked));
    summary.lastElementChild?.replaceChildren(countText(chosen.length));
    change({ faults: chosen });
  });
  const menu = el('details', { class: 'faults' }, summary, list);
  menu.addEventListener('keydown', (event) => {
    if (event.key !== 'Escape') return;
    menu.open = false;
    summary.focus();
  });
  return menu;
}

function personOptions(state: SandboxState): (readonly [string, string])[] {
  const roles: Readonly<Record<string, string>> = words.people;
  return state.people.map(({ key, displayName }) => [key, `${roles[key] ?? key} – ${displayName}`]);
}

/** Draws the bar with which a person changes the world around the app. */
export function createBar(
  state: SandboxState,
  choices: Choices,
  change: Change,
  startOver: () => void,
): HTMLElement {
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
    faultsMenu(choices, change),
    button(words.bar.startOver, startOver, { class: 'button' }),
  );
  // On a phone the bar would fill the screen, so there it starts folded.
  const isOpen = window.matchMedia('(min-width: 48rem)').matches;
  const folding = el('details', { open: isOpen }, el('summary', {}, words.bar.name), fields);
  return el('section', { class: 'bar', 'aria-label': words.bar.name }, folding);
}

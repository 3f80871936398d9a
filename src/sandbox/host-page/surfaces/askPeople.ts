import type { PickedPerson } from '../../server/adminApi';
import { words } from '../../words';
import { el } from '../el';
import { openModal } from './modal';

type Search = (text: string) => Promise<readonly PickedPerson[]>;

function row(person: PickedPerson, isSingle: boolean): HTMLLabelElement {
  const control = el('input', {
    type: isSingle ? 'radio' : 'checkbox',
    name: 'picked',
    value: person.objectId,
  });
  return el(
    'label',
    { class: 'person' },
    control,
    el('span', {}, person.displayName),
    el('small', {}, person.email),
  );
}

/** The host's people picker over the tenant; `undefined` if it was closed without choosing. */
export async function askPeople(
  isSingle: boolean,
  search: Search,
): Promise<readonly PickedPerson[] | undefined> {
  const { pickPeople, pickSearch, pickFound, pickDone, pickNone, cancel } = words.dialogs;
  const known = new Map<string, PickedPerson>();
  const picked = new Set<string>();
  const results = el('fieldset', { class: 'people' }, el('legend', {}, pickFound));
  const text = el('input', { type: 'search', autocomplete: 'off' });
  let asked = 0;

  const show = async (): Promise<void> => {
    asked += 1;
    const mine = asked;
    const found = await search(text.value.trim());
    if (mine !== asked) return;
    for (const person of found) known.set(person.objectId, person);
    const rows = found.map((person) => row(person, isSingle));
    results.replaceChildren(el('legend', {}, pickFound), ...(rows.length > 0 ? rows : [pickNone]));
    for (const input of results.querySelectorAll('input')) input.checked = picked.has(input.value);
  };
  const showFailure = (thrown: unknown): void =>
    results.replaceChildren(words.banner.sandboxFailed(String(thrown)));
  text.addEventListener('input', () => void show().catch(showFailure));
  results.addEventListener('change', (event) => {
    const input = event.target as HTMLInputElement;
    if (isSingle) picked.clear();
    if (input.checked) picked.add(input.value);
    else picked.delete(input.value);
  });

  const body = [el('label', { class: 'field' }, pickSearch, text), results];
  const modal = openModal(pickPeople, body, [
    { text: pickDone, value: 'done', isPrimary: true },
    { text: cancel, value: '' },
  ]);
  if ((await modal.ended) !== 'done') return undefined;
  return [...picked].flatMap((id) => known.get(id) ?? []);
}

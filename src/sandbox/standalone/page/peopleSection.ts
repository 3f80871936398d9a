import { button, el } from '../../host-page/el';
import type { SandboxState, StatePerson } from '../../server/adminApi';
import { words } from '../../words';
import { standaloneApi } from './standaloneApi';
import { createTable } from './table';

const page = words.standalone.page;

async function copy(text: string): Promise<void> {
  await navigator.clipboard.writeText(text);
}

function personRow({ key, displayName, userPrincipalName }: StatePerson, say: (text: string) => void) {
  const roles: Readonly<Record<string, string>> = words.people;
  const role = roles[key] ?? key;
  const copyWith = (write: (token: string) => string, done: string) => (): void => {
    void standaloneApi
      .token(key)
      .then((token) => copy(write(token)))
      .then(
        () => say(done),
        (thrown: unknown) => say(String(thrown)),
      );
  };
  const asCommand = (token: string): string =>
    `curl -H "Authorization: Bearer ${token}" "${window.location.origin}/v1.0/me"`;
  const buttons = el(
    'div',
    { class: 'buttons' },
    button(page.copyCurl, copyWith(asCommand, page.copiedCurl(role)), {
      'aria-label': page.copyCurlOf(role),
    }),
    button(
      page.copyToken,
      copyWith((token) => token, page.copiedToken(role)),
      { 'aria-label': page.copyTokenOf(role) },
    ),
  );
  return el(
    'tr',
    {},
    el('th', { scope: 'row' }, role),
    el('td', {}, displayName),
    el('td', { class: 'path' }, userPrincipalName),
    el('td', {}, buttons),
  );
}

/** Draws the accounts with tokens to copy. */
export function createPeopleSection({ people }: SandboxState, say: (text: string) => void): HTMLElement {
  const columns = [page.role, page.name, page.address, page.tokens].map((heading) => ({ heading }));
  const table = createTable(page.people, columns);
  table.body.append(...people.map((person) => personRow(person, say)));
  return el(
    'section',
    { 'aria-labelledby': 'people' },
    el('h2', { id: 'people' }, page.people),
    el('p', { class: 'quiet' }, page.tokenHint(window.location.origin)),
    table.element,
  );
}

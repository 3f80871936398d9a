// cspell:disable -- made-up people

/** Somebody whom the lists name. */
export interface ListedPerson {
  readonly key: string;
  readonly given: string;
  readonly surname: string;
  readonly name: string;
  readonly upn: string;
  readonly mail: string;
  readonly id: string;
  /** On-premises account name. */
  readonly account: string;
  readonly number: string;
  readonly manager: string;
}

const idOf = (index: number): string => `7d3c0${index}aa-1b2c-4d3e-8f4a-0123456789a${index}`;

function person(index: number, given: string, surname: string, local: string, mail?: string): ListedPerson {
  return {
    key: given.toLowerCase().normalize('NFD').replace(/\p{M}/gu, ''),
    given,
    surname,
    name: `${given} ${surname}`,
    upn: local.includes('@') ? local : `${local}@contoso.com`,
    mail: mail ?? `${local}@contoso.com`,
    id: idOf(index),
    account: `${given.slice(0, 1)}${surname.slice(0, 4)}`.toLowerCase(),
    number: String(10_040 + index),
    manager: index < 5 ? 'mona.mgr@contoso.com' : 'max.mgr@contoso.com',
  };
}

/** Those who are on the lists, in the order of their lines. */
export const people: readonly ListedPerson[] = [
  person(0, 'Åsa', 'Öberg', 'asa.oberg'),
  person(1, 'Bo', 'Berg', 'bo.berg'),
  person(2, 'Cecilia', 'Lind', 'cecilia.lind', 'cecilia@contoso.com'),
  person(3, 'Dörte', 'Müller', 'dorte.muller'),
  person(4, 'Erik', "O'Brien", "erik.o'brien"),
  person(5, 'Fatima', 'Al-Sayed', 'fatima.al-sayed'),
  person(6, 'Gina', 'Rossi', 'gina_fabrikam.com#EXT#@contoso.onmicrosoft.com', 'gina@fabrikam.com'),
  person(7, 'Hugo', 'de la Cruz', 'hugo.cruz'),
];

/** Those who are not meant although their addresses stand in the lists. */
const others = new Map([
  ['mona.mgr@contoso.com', 'manager'],
  ['max.mgr@contoso.com', 'manager'],
  ['mona mgr', 'manager'],
  ['chris@contoso.com', 'example'],
  ['lind@contoso.com', 'somebody-else'],
  ['sales', 'group'],
  ['aaaaaaaa-0000-4000-8000-000000000002', 'group'],
  ['user', 'group'],
]);

/** An address for private mail that somebody could have been invited as a guest by. */
export const privateMailOf = ({ key }: ListedPerson): string => `${key}.home@outlook.example`;

const byText = new Map<string, string>([
  ...others,
  ...people.flatMap((each): [string, string][] => [
    [each.upn.toLowerCase(), each.key],
    [each.mail.toLowerCase(), each.key],
    [`${each.key}.alias@contoso.com`, each.key],
    [each.id, each.key],
    [each.name.toLowerCase(), each.key],
    // A name that is written surname first is offered as a candidate for the same person.
    [`${each.surname}, ${each.given}`.toLowerCase(), each.key],
    [privateMailOf(each), `private-${each.key}`],
  ]),
]);

/** Finds the person with an address, id or name in the tenant of the lists. */
export function findListed(text: string): string | undefined {
  return byText.get(text.normalize('NFC').toLowerCase());
}

// cspell:disable -- made-up people
import { people, type ListedPerson } from './people';
import { onLines, table, type ListSample } from './writeList';

const sample = (
  source: string,
  name: string,
  text: string,
  found: readonly string[],
  open: readonly number[] = [],
): ListSample => ({ source, name, text, found, open });

const pipes = (p: ListedPerson): string => `| ${p.name} | ${p.mail} |`;
const border = '+------+-------+';
const bullets = people.slice(0, 2).map(({ mail }) => `- ${mail}`);
const firstTwo = people.slice(0, 2);

/** Drawn tables without headings, and with people above them. */
const drawnLists: readonly ListSample[] = [
  sample(
    'drawn table',
    'a border below and no headings',
    [...people.map(pipes), border].join('\n'),
    onLines(1),
  ),
  sample(
    'drawn table',
    'borders all around and no headings',
    people.flatMap((p) => [border, pipes(p)]).join('\n'),
    onLines(2, people, 2),
  ),
  sample(
    'drawn table',
    'names alone with a border below',
    [...people.map((p) => `| ${p.name} | Lund |`), border].join('\n'),
    onLines(1),
  ),
  sample(
    'drawn table',
    'a list above Markdown',
    [...bullets, '', '| Name | Email |', '|------|-------|', ...people.slice(2).map(pipes)].join('\n'),
    onLines(6, people.slice(2)),
    [1, 2],
  ),
  sample(
    'drawn table',
    'a list above a table of PowerShell',
    [
      ...bullets,
      'DisplayName          UserPrincipalName',
      '-----------          -----------------',
      ...people.slice(2).map((p) => `${p.name.padEnd(20)} ${p.upn}`),
    ].join('\n'),
    onLines(5, people.slice(2)),
    [1, 2],
  ),
];

const user = ({ upn, name }: ListedPerson): object => ({ userPrincipalName: upn, displayName: name });
const [some, others] = [people.slice(0, 4), people.slice(4)];
const onTwoLines = [...onLines(1, some, 0), ...onLines(2, others, 0)];

/** JSON with several lists. */
const jsonLists: readonly ListSample[] = [
  sample(
    'Graph',
    'two pages, one after the other',
    [some, others].map((page) => JSON.stringify({ value: page.map(user) })).join('\n'),
    onTwoLines,
  ),
  sample(
    'Graph',
    'pages in a list',
    `[${[some, others].map((page) => JSON.stringify({ value: page.map(user) })).join(',\n')}]`,
    onTwoLines,
  ),
  sample(
    'Graph',
    'answer of $batch',
    `{"responses":[${[some, others]
      .map((page, id) => JSON.stringify({ id: `${id}`, status: 200, body: { value: page.map(user) } }))
      .join(',\n')}]}`,
    onTwoLines,
  ),
  sample(
    'Graph',
    'users and groups',
    `{"users":${JSON.stringify(some.map(user))},\n"groups":${JSON.stringify(others.map(user))}}`,
    onTwoLines,
  ),
  sample(
    'Graph',
    'a list within objects',
    JSON.stringify({ d: { count: 8, results: people.map(user) } }),
    onLines(1, people, 0),
  ),
  sample(
    'Graph',
    'properties named by addresses',
    JSON.stringify(Object.fromEntries(people.map(({ upn }) => [upn, 'E3']))),
    onLines(1, people, 0),
  ),
  sample(
    'Graph',
    'an address below the list',
    `${JSON.stringify({ value: some.map(user) })}\n${people[4]?.mail ?? ''}`,
    onLines(1, some, 0),
    [2],
  ),
  sample(
    'Graph',
    'lists one after the other',
    [some, others].map((page) => JSON.stringify(page.map(({ upn }) => upn))).join('\n'),
    onTwoLines,
  ),
];

/** Tables in which the cell of somebody is blank while another column names something or somebody else. */
const blankCells: readonly ListSample[] = [
  table(
    ['blank cell', 'group beside it'],
    'Group ID|Group name|User principal name',
    (p, i) => [`aaaaaaaa-0000-4000-8000-00000000000${i}`, 'Sales', i === 2 ? '' : p.upn],
    { open: [4] },
  ),
  table(
    ['blank cell', 'requester beside it'],
    'Requested for|Requested by',
    (p, i) => [i === 2 ? '' : p.upn, 'mona.mgr@contoso.com'],
    { open: [4] },
  ),
  table(
    ['blank cell', 'mailbox of the team beside it'],
    'UPN|Team mailbox',
    (p, i) => [i === 2 ? '' : p.upn, 'mona.mgr@contoso.com'],
    { open: [4] },
  ),
  table(
    ['blank cell', 'mail of the group beside it'],
    'Member email|Group email|Group',
    (p, i) => [i === 2 ? '' : p.mail, i < 5 ? 'mona.mgr@contoso.com' : 'max.mgr@contoso.com', 'Sales'],
    { open: [4] },
  ),
];

const contacts: readonly ListSample[] = [
  sample(
    'mail',
    'vCards without a full name',
    people
      .flatMap((p) => [
        'BEGIN:VCARD',
        'VERSION:3.0',
        `N:${p.surname};${p.given};;;`,
        'TEL:+46 1',
        'END:VCARD',
      ])
      .join('\r\n'),
    onLines(1, people, 5),
  ),
  sample(
    'mail',
    'a prefix of Exchange before one of two recipients',
    `${firstTwo[0]?.mail ?? ''}; ${firstTwo[1]?.name ?? ''} [SMTP:${firstTwo[1]?.mail ?? ''}]`,
    onLines(1, firstTwo, 0),
  ),
  {
    ...table(['mail', 'prefixes of Exchange before some addresses of a cell'], 'Team|Members', () => [], {
      who: [],
    }),
    text: `Team,Members\nA,"sip:${people[0]?.mail} ${people[1]?.mail}"\nB,"${people[2]?.mail}; Dörte [SMTP:${people[3]?.mail}]"\n`,
    found: ['asa@2', 'bo@2', 'cecilia@3', 'dorte@3'],
  },
  sample(
    'web table',
    'HTML with addresses in angle brackets',
    `<table><tr><th>Who</th><th>City</th></tr>${people
      .map((p) => `<tr><td>${p.name} <${p.mail}></td><td>Lund</td></tr>`)
      .join('')}</table>`,
    onLines(2),
  ),
  sample(
    'web table',
    'HTML with links to addresses below names',
    `<table><tr><th>Who</th><th>City</th></tr>${firstTwo
      .map((p) => `<tr><td><a href="mailto:${p.mail}">${p.given}</a></td><td>Lund</td></tr>`)
      .join('')}</table>`,
    onLines(2, firstTwo),
  ),
];

/** Lists in which something stands where it does not belong, or several lists come together. */
export const mixedLists: readonly ListSample[] = [...drawnLists, ...jsonLists, ...blankCells, ...contacts];

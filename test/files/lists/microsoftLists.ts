// cspell:disable -- headings in many languages
import { people, privateMailOf, type ListedPerson } from './people';
import { list, onLines, table, type ListSample } from './writeList';

const skuId = 'c7df2760-2c81-4ef7-b578-5b5392b571df';
const tenantId = '9f0c2b1a-0000-4000-8000-00000000aaaa';
const noGuests = people.filter(({ upn }) => !upn.includes('#'));
const aliasOf = ({ key }: ListedPerson): string => `${key}.alias@contoso.com`;
const licenses = 'Office 365 E3+Power BI (free)';

const adminCenter =
  'Block credential|City|Country/Region|Department|DirSyncEnabled|Display name|Fax|First name|Last dirsync time|Last name|Last password change time stamp|License assignment details|Licenses|Mobile Phone|Oath token metadata|Object Id|Office|Password never expires|Phone number|Postal code|Preferred data location|Preferred language|Proxy addresses|Release track|Soft deletion time stamp|State|Strong password required|Street address|Title|Usage location|User principal name|When created';

const adminCenterLists: readonly ListSample[] = [
  table(['admin center', 'active users, all columns'], adminCenter, (p) => [
    'False',
    'Lund',
    'Sweden',
    'Sales',
    'True',
    p.name,
    '',
    p.given,
    '2026-01-01 10:00:00Z',
    p.surname,
    '2025-05-05 08:00:00Z',
    'Office 365 E3 (Direct)',
    licenses,
    '',
    '[]',
    p.id,
    '',
    'False',
    '',
    '22100',
    '',
    'sv-SE',
    `SMTP:${p.mail}+smtp:${aliasOf(p)}`,
    '',
    '',
    '',
    'True',
    'Box 1',
    'Clerk',
    'SE',
    p.upn,
    '2024-01-01 10:00:00Z',
  ]),
  ...(
    [
      ['en', 'Display name|User principal name|Licenses|Block credential'],
      ['sv', 'Visningsnamn|Användarens huvudnamn|Licenser|Blockera autentiseringsuppgifter'],
      ['de', 'Anzeigename|Benutzerprinzipalname|Lizenzen|Anmeldeinformationen blockieren'],
      [
        'fr',
        'Nom d’affichage|Nom d’utilisateur principal|Licences|Bloquer les informations d’identification',
      ],
      ['es', 'Nombre para mostrar|Nombre principal de usuario|Licencias|Bloquear credenciales'],
      ['pt-BR', 'Nome de exibição|Nome principal do usuário|Licenças|Bloquear credencial'],
      ['ja', '表示名|ユーザー プリンシパル名|ライセンス|資格情報をブロックする'],
      ['nl', 'Weergavenaam|User principal name|Licenties|Referentie blokkeren'],
    ] as const
  ).map(([language, headings]) =>
    table(['admin center', `active users, ${language}`], headings, (p) => [p.name, p.upn, licenses, 'False']),
  ),
  table(
    ['admin center', 'template for adding users'],
    'Username|First name|Last name|Display name|Job title|Department|Office number|Office phone|Mobile phone|Fax|Alternate email address|Address|City|State or province|ZIP or postal code|Country or region',
    (p) => [
      p.upn,
      p.given,
      p.surname,
      p.name,
      'Clerk',
      'Sales',
      '',
      '',
      '',
      '',
      privateMailOf(p),
      '1 Road',
      'Lund',
      '',
      '22100',
      'Sweden',
    ],
  ),
  table(
    ['admin center', 'report of active users'],
    'Report Refresh Date|User Principal Name|Display Name|Is Deleted|Deleted Date|Has Exchange License|Assigned Products|Report Period',
    (p) => ['2026-01-01', p.upn, p.name, 'False', '', 'True', 'OFFICE 365 E3', '30'],
  ),
  table(
    ['admin center', 'report with a title above'],
    'Display name|User name|Role',
    (p) => [p.name, p.upn, 'User'],
    {
      above: ['Users of Contoso,,', ',,', 'Exported 2026-01-01,,'],
    },
  ),
  table(
    ['admin center', 'licensed users with semicolons'],
    'Namn;Användarnamn;Licens'.replaceAll(';', '|'),
    (p) => [p.name, p.upn, 'E3'],
    {
      delimiter: ';',
    },
  ),
];

const entra =
  'userPrincipalName|displayName|surname|mail|givenName|id|userType|jobTitle|department|accountEnabled|usageLocation|streetAddress|state|country|officeLocation|city|postalCode|telephoneNumber|mobilePhone|alternateEmailAddress|ageGroup|companyName|creationType|directorySynced|invitationState|identityIssuer|createdDateTime';
const bulkHeading = 'Member object ID or user principal name [memberObjectIdOrUpn] Required';

const entraLists: readonly ListSample[] = [
  table(['Entra', 'users'], entra, (p) => [
    p.upn,
    p.name,
    p.surname,
    p.mail,
    p.given,
    p.id,
    'Member',
    '',
    '',
    'TRUE',
    'SE',
    '',
    '',
    '',
    '',
    '',
    '',
    '',
    '',
    privateMailOf(p),
    '',
    '',
    '',
    'No',
    '',
    'contoso.onmicrosoft.com',
    '2024-01-01',
  ]),
  table(
    ['Entra', 'group members'],
    'id|userPrincipalName|displayName|objectType|userType|isUser|isGroup|isGuest',
    (p) => [p.id, p.upn, p.name, 'User', 'Member', 'TRUE', 'FALSE', 'FALSE'],
  ),
  table(['Entra', 'bulk template with ids'], bulkHeading, (p) => [p.id], { above: ['version:v1.0'] }),
  list(['Entra', 'bulk template, sign-in names and the example row'], (p) => p.upn, {
    above: ['version:v1.0', bulkHeading, 'Example: chris@contoso.com'],
  }),
  table(['Entra', 'bulk template saved by Excel'], `${bulkHeading}||`, (p) => [p.upn, '', ''], {
    above: ['version:v1.0;;'],
    delimiter: ';',
  }),
  table(
    ['Entra', 'template for creating users'],
    'Name [displayName] Required|User name [userPrincipalName] Required|Initial password [passwordProfile] Required|Block sign in (Yes/No) [accountEnabled] Required|First name [givenName]|Last name [surname]',
    (p) => [p.name, p.upn, 'secret', 'No', p.given, p.surname],
    { above: ['version:v1.0,,,,,'] },
  ),
  table(
    ['Entra', 'sign-ins'],
    'Date (UTC)|Request ID|Correlation ID|User ID|User|Username|User type|Application|Resource ID|Tenant ID',
    (p, i) => [
      '2026-01-01T10:00:00Z',
      `aaaaaaaa-0000-4000-8000-00000000000${i}`,
      `bbbbbbbb-0000-4000-8000-00000000000${i}`,
      p.id,
      p.name,
      p.upn,
      'Member',
      'Teams',
      skuId,
      tenantId,
    ],
  ),
  table(['Entra', 'sign-ins without ids of users'], 'Request ID|Tenant ID|User|Username', (p, i) => [
    `aaaaaaaa-0000-4000-8000-00000000000${i}`,
    tenantId,
    p.name,
    p.upn,
  ]),
  table(['Entra', 'guests'], 'displayName|mail|userPrincipalName|userType|invitedBy', (p) => [
    p.name,
    p.mail,
    p.upn,
    'Guest',
    p.manager,
  ]),
  table(
    ['Entra', 'devices with their users'],
    'Device ID|Device name|Primary user UPN|Primary user display name|OS',
    (p, i) => [`cccccccc-0000-4000-8000-00000000000${i}`, `PC-${i}`, p.upn, p.name, 'Windows'],
  ),
  table(['Entra', 'licensed users of a product'], 'SkuId|Product|Name|Sign-in name', (p) => [
    skuId,
    'E3',
    p.name,
    p.upn,
  ]),
];

const manyHeadings = [
  'AboutMe',
  'AccountEnabled',
  ...Array.from({ length: 45 }, (_, i) => `Property${i}`),
  'Id',
  ...Array.from({ length: 79 }, (_, i) => `Other${i}`),
  'UserPrincipalName',
  'UserType',
  'AdditionalProperties',
];
const manyRow = (p: ListedPerson, hasId: boolean): string[] =>
  manyHeadings.map(
    (heading) =>
      ({ Id: hasId ? p.id : '', UserPrincipalName: p.upn, AccountEnabled: 'True', UserType: 'Member' })[
        heading
      ] ?? '',
  );

/** Pads as Format-Table does. */
function formatTable(columns: readonly string[], rows: readonly (readonly string[])[]): string[] {
  const widths = columns.map((heading, c) =>
    Math.max(heading.length, ...rows.map((row) => row[c]?.length ?? 0)),
  );
  const pad = (cells: readonly string[]): string =>
    cells.map((cell, c) => cell.padEnd(widths[c] ?? 0)).join(' ');
  return ['', pad(columns), pad(columns.map((heading) => '-'.repeat(heading.length))), ...rows.map(pad), ''];
}

function printed(
  name: string,
  columns: readonly string[],
  rowOf: (p: ListedPerson) => string[],
  who = people,
): ListSample {
  return {
    source: 'PowerShell',
    name,
    text: formatTable(columns, who.map(rowOf)).join('\r\n'),
    found: onLines(4, who),
    open: [],
  };
}

const block = (p: ListedPerson): string[] => [
  `DisplayName       : ${p.name}`,
  `Id                : ${p.id}`,
  `Mail              : ${p.mail}`,
  `UserPrincipalName : ${p.upn}`,
  '',
];

const powershellLists: readonly ListSample[] = [
  table(['PowerShell', 'Get-MgUser -All | Export-Csv'], manyHeadings.join('|'), (p) => manyRow(p, true), {
    isQuoted: true,
  }),
  table(
    ['PowerShell', 'the same with type and without ids'],
    manyHeadings.join('|'),
    (p) => manyRow(p, false),
    {
      isQuoted: true,
      above: ['#TYPE Microsoft.Graph.PowerShell.Models.MicrosoftGraphUser'],
    },
  ),
  table(['PowerShell', 'Select-Object with type'], 'DisplayName|UserPrincipalName', (p) => [p.name, p.upn], {
    isQuoted: true,
    above: ['#TYPE Selected.Microsoft.Graph.PowerShell.Models.MicrosoftGraphUser'],
  }),
  table(
    ['PowerShell', 'Get-ADUser'],
    'DistinguishedName|Enabled|GivenName|Name|ObjectClass|ObjectGUID|SamAccountName|SID|Surname|UserPrincipalName',
    (p, i) => [
      `CN=${p.name},OU=Users,DC=contoso,DC=com`,
      'True',
      p.given,
      p.name,
      'user',
      `dddddddd-0000-4000-8000-00000000000${i}`,
      p.account,
      'S-1-5-21-1',
      p.surname,
      p.upn,
    ],
    { isQuoted: true },
  ),
  table(
    ['PowerShell', 'Get-MsolUser'],
    'ObjectId|UserPrincipalName|IsLicensed|SkuId',
    (p) => [p.id, p.upn, 'True', skuId],
    { isQuoted: true },
  ),
  {
    source: 'PowerShell',
    name: 'Format-List',
    text: `\r\n${people.flatMap(block).join('\r\n')}`,
    found: onLines(2, people, 5),
    open: [],
  },
  list(['PowerShell', 'one property a line'], (p) => `UserPrincipalName : ${p.upn}`),
  {
    source: 'PowerShell',
    name: 'Format-List with blank lines between',
    text: people.map((p) => `UserPrincipalName : ${p.upn}\n\n`).join(''),
    found: onLines(1, people, 2),
    open: [],
  },
  printed('Format-Table', ['DisplayName', 'UserPrincipalName'], (p) => [p.name, p.upn]),
  printed('Format-Table of ids', ['Id', 'DisplayName', 'Mail'], (p) => [p.id, p.name, p.mail]),
  printed('Format-Table of one column', ['UserPrincipalName'], (p) => [p.upn]),
  printed('Get-MgUser as printed', ['DisplayName', 'Id', 'Mail', 'UserPrincipalName'], (p) => [
    p.name,
    p.id,
    p.mail,
    p.upn,
  ]),
  {
    source: 'PowerShell',
    name: 'Format-Table that cut the names off',
    open: people.map((_, i) => i + 4),
    found: [],
    text: formatTable(
      ['UserPrincipalName', 'Department'],
      people.map(({ upn }) => [`${upn.slice(0, 8)}...`, 'Dept']),
    ).join('\r\n'),
  },
  list(['PowerShell', 'colors of the console'], (p) => p.upn, {
    above: ['\u001B[32;1mUserPrincipalName\u001B[0m', '\u001B[32;1m-----------------\u001B[0m'],
  }),
  list(['PowerShell', 'strings of an array'], (p, i) => `"${p.upn}"${i < people.length - 1 ? ',' : ''}`),
  table(
    ['PowerShell', 'JSON by hand with semicolons'],
    'UPN;Name'.replace(';', '|'),
    (p) => [p.upn, p.name],
    { delimiter: ';', isQuoted: true },
  ),
];

const proxies = (p: ListedPerson): string => `SIP:${p.upn} smtp:${aliasOf(p)} SMTP:${p.mail}`;

const exchangeLists: readonly ListSample[] = [
  table(
    ['Exchange', 'Get-Mailbox'],
    'Name|Alias|PrimarySmtpAddress|EmailAddresses|Guid|ExchangeGuid',
    (p, i) => [
      p.name,
      p.account,
      p.mail,
      proxies(p),
      `eeeeeeee-0000-4000-8000-00000000000${i}`,
      `ffffffff-0000-4000-8000-00000000000${i}`,
    ],
    { isQuoted: true },
  ),
  table(['Exchange', 'Get-Mailbox with the ids of Entra'], 'ExternalDirectoryObjectId|Guid|Name', (p, i) => [
    p.id,
    `eeeeeeee-0000-4000-8000-00000000000${i}`,
    p.name,
  ]),
  table(['Exchange', 'all addresses'], 'Name|EmailAddresses', (p) => [p.name, proxies(p)]),
  table(
    ['Exchange', 'recipients with forwarding'],
    'ForwardingSmtpAddress|DisplayName|WindowsEmailAddress',
    (p) => [`smtp:${privateMailOf(p)}`, p.name, p.mail],
  ),
  table(
    ['Exchange', 'distribution group members'],
    'Name|RecipientType|PrimarySmtpAddress|ManagedBy',
    (p) => [p.name, 'UserMailbox', p.mail, p.manager],
  ),
  {
    source: 'Exchange',
    name: 'Format-List with braces',
    text: people
      .map(
        (p) => `Name           : ${p.name}\r\nEmailAddresses : {smtp:${aliasOf(p)}, SMTP:${p.mail}}\r\n\r\n`,
      )
      .join(''),
    found: onLines(1, people, 3),
    open: [],
  },
  printed('Get-Mailbox as printed', ['Name', 'Alias', 'PrimarySmtpAddress'], (p) => [
    p.name,
    p.account,
    p.mail,
  ]),
];

const graphUsers = (p: ListedPerson): object => ({
  businessPhones: [],
  displayName: p.name,
  givenName: p.given,
  mail: p.mail,
  userPrincipalName: p.upn,
  id: p.id,
});

const graphLists: readonly ListSample[] = [
  {
    source: 'Graph',
    name: 'answer of /users',
    open: [],
    found: people.map(({ key }, i) => `${key}@${i * 8 + 4}`),
    text: JSON.stringify(
      {
        '@odata.context': 'https://graph.microsoft.com/v1.0/$metadata#users',
        value: people.map((p) => ({ ...graphUsers(p), businessPhones: 1 })),
      },
      undefined,
      2,
    ),
  },
  {
    source: 'Graph',
    name: 'answer in one line',
    text: JSON.stringify({ value: people.map(graphUsers) }),
    found: onLines(1, people, 0),
    open: [],
  },
  {
    source: 'Graph',
    name: 'ConvertTo-Json',
    text: JSON.stringify(
      people.map(({ upn, name }) => ({ UserPrincipalName: upn, DisplayName: name })),
      undefined,
      4,
    ),
    found: onLines(2, people, 4),
    open: [],
  },
  list(['Graph', 'an object on each line'], (p) => JSON.stringify(graphUsers(p))),
  {
    source: 'Graph',
    name: 'users with their managers',
    text: JSON.stringify({ value: people.map((p) => ({ mail: p.mail, manager: { mail: p.manager } })) }),
    found: onLines(1, people, 0),
    open: [],
  },
  {
    source: 'Graph',
    name: 'strings',
    text: JSON.stringify(
      people.map(({ upn }) => upn),
      undefined,
      2,
    ),
    found: onLines(2),
    open: [],
  },
  list(['Graph', 'links to members'], (p) => `https://graph.microsoft.com/v1.0/directoryObjects/${p.id}`),
];

const sharePointLists: readonly ListSample[] = [
  list(['SharePoint', 'claims'], (p) => `i:0#.f|membership|${p.upn}`),
  table(['SharePoint', 'user list with claims'], 'Title|LoginName|Email', (p) => [
    p.name,
    `i:0#.f|membership|${p.upn}`,
    p.mail,
  ]),
  list(['Teams', 'members with addresses'], (p) => `${p.name}\t${p.upn}\tMember`),
  table(
    ['Teams', 'members of a team'],
    'Name|Title|Location|Tags|Role',
    (p) => [p.name, 'Clerk', 'Lund', '', 'Member'],
    { delimiter: '\t' },
  ),
  table(
    ['Teams', 'attendance report'],
    'Name|First Join|Last Leave|In-Meeting Duration|Email|Participant ID (UPN)|Role',
    (p) => [p.name, '1/1/26, 10:00:00 AM', '1/1/26, 11:00:00 AM', '1h', p.mail, p.upn, 'Presenter'],
    {
      delimiter: '\t',
      above: ['1. Summary', 'Meeting title\tPlanning', 'Attended participants\t8', '', '2. Participants'],
    },
  ),
  table(['Teams', 'Get-TeamUser'], 'UserId|User|Name|Role', (p) => [p.id, p.upn, p.name, 'member'], {
    isQuoted: true,
  }),
  oneLine(),
];

function oneLine(): ListSample {
  return {
    source: 'Teams',
    name: 'names for a chat',
    text: noGuests.map(({ name }) => name).join(', '),
    found: onLines(1, noGuests, 0),
    open: [],
  };
}

/** Lists as Microsoft's programs write them. */
export const microsoftLists: readonly ListSample[] = [
  ...adminCenterLists,
  ...entraLists,
  ...powershellLists,
  ...exchangeLists,
  ...graphLists,
  ...sharePointLists,
];

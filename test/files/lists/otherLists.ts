// cspell:disable -- headings in many languages
import { people, privateMailOf, type ListedPerson } from './people';
import { list, oneLine, onLines, saved, table, type ListSample } from './writeList';

const reversed = (p: ListedPerson): string => `${p.surname}, ${p.given}`;
const noMiddle = people.filter(({ surname }) => !surname.includes(' '));

const googleLists: readonly ListSample[] = [
  table(
    ['Google', 'users'],
    'First Name [Required]|Last Name [Required]|Email Address [Required]|Password [Required]|Org Unit Path [Required]|New Primary Email [UPLOAD ONLY]|Recovery Email|Home Secondary Email|Work Secondary Email|Manager Email|Employee ID|Status [READ ONLY]',
    (p) => [
      p.given,
      p.surname,
      p.mail,
      '****',
      '/',
      '',
      privateMailOf(p),
      privateMailOf(p),
      '',
      p.manager,
      p.number,
      'Active',
    ],
  ),
  table(['Google', 'group members'], 'Group Email [Required]|Member Email|Member Type|Member Role', (p) => [
    'sales@contoso.com',
    p.mail,
    'USER',
    'MEMBER',
  ]),
  table(
    ['Google', 'contacts'],
    'Name|Given Name|Family Name|E-mail 1 - Type|E-mail 1 - Value|Phone 1 - Value',
    (p) => [p.name, p.given, p.surname, '* Work', p.mail, '+46 1'],
  ),
];

const hrLists: readonly ListSample[] = [
  table(['HR', 'Workday'], 'Manager Email|Email - Work|Worker|Employee ID', (p) => [
    p.manager,
    p.mail,
    p.name,
    p.number,
  ]),
  table(
    ['HR', 'Workday with a title'],
    'Worker|Employee ID|Email - Home|Email - Work|Manager',
    (p) => [p.name, p.number, privateMailOf(p), p.mail, 'Mona Mgr'],
    {
      above: ['Active Workers Report', '', 'As of 2026-01-01'],
    },
  ),
  table(
    ['HR', 'BambooHR'],
    'Employee #|Last Name, First Name|Work Email|Home Email|Supervisor|Supervisor Email',
    (p) => [p.number, reversed(p), p.mail, privateMailOf(p), 'Mona Mgr', p.manager],
  ),
  table(['HR', 'SuccessFactors'], 'User ID|Username|First Name|Last Name|Email|Manager User ID', (p) => [
    p.number,
    p.account,
    p.given,
    p.surname,
    p.mail,
    '900',
  ]),
  table(
    ['HR', 'Personio'],
    'Vorname|Nachname|E-Mail|Private E-Mail|Vorgesetzter E-Mail|Personalnummer|Status',
    (p) => [p.given, p.surname, p.mail, privateMailOf(p), p.manager, p.number, 'Aktiv'],
    { delimiter: ';' },
  ),
  table(
    ['HR', 'Swedish, private mail first'],
    'Anst.nr|Namn|Privat e-post|E-post|Chef|Chefens e-post',
    (p) => [p.number, p.name, privateMailOf(p), p.mail, 'Mona Mgr', p.manager],
    { delimiter: ';' },
  ),
  table(['HR', 'names in two columns'], 'First name|Last name|Department', (p) => [
    p.given,
    p.surname,
    'Sales',
  ]),
  table(
    ['HR', 'names in two columns, Swedish'],
    'Efternamn|Förnamn|Avdelning',
    (p) => [p.surname, p.given, 'Sales'],
    { delimiter: ';' },
  ),
  table(['HR', 'names in two columns, German'], 'Nachname|Vorname', (p) => [p.surname, p.given], {
    delimiter: ';',
  }),
  table(
    ['HR', 'names in two columns, French'],
    'Prénom|Nom de famille|Service',
    (p) => [p.given, p.surname, 'Ventes'],
    { delimiter: ';' },
  ),
  table(
    ['HR', 'French'],
    'Matricule|Nom|Adresse e-mail|E-mail personnel|Responsable',
    (p) => [p.number, p.name, p.mail, privateMailOf(p), p.manager],
    { delimiter: ';' },
  ),
  table(
    ['HR', 'Spanish'],
    'Número de empleado|Nombre completo|Correo electrónico|Correo del jefe',
    (p) => [p.number, p.name, p.mail, p.manager],
    { delimiter: ';' },
  ),
  table(
    ['HR', 'Danish'],
    'Medarbejdernummer|Navn|E-mailadresse|Leders e-mail',
    (p) => [p.number, p.name, p.mail, p.manager],
    { delimiter: ';' },
  ),
  table(
    ['HR', 'Norwegian'],
    'Ansattnummer|Navn|E-postadresse|Nærmeste leder e-post',
    (p) => [p.number, p.name, p.mail, p.manager],
    { delimiter: ';' },
  ),
  table(
    ['HR', 'Finnish'],
    'Henkilönumero|Nimi|Sähköposti|Esimiehen sähköposti',
    (p) => [p.number, p.name, p.mail, p.manager],
    { delimiter: ';' },
  ),
  table(
    ['HR', 'Dutch'],
    'Personeelsnummer|Naam|E-mailadres|E-mail leidinggevende',
    (p) => [p.number, p.name, p.mail, p.manager],
    { delimiter: ';' },
  ),
  table(
    ['HR', 'Italian'],
    'Matricola|Nome completo|Indirizzo e-mail|E-mail responsabile',
    (p) => [p.number, p.name, p.mail, p.manager],
    { delimiter: ';' },
  ),
  table(
    ['HR', 'Polish'],
    'Numer pracownika|Imię i nazwisko|Adres e-mail|E-mail kierownika',
    (p) => [p.number, p.name, p.mail, p.manager],
    { delimiter: ';' },
  ),
  table(
    ['HR', 'Portuguese'],
    'Matrícula|Nome completo|E-mail|E-mail do gestor',
    (p) => [p.number, p.name, p.mail, p.manager],
    { delimiter: ';' },
  ),
  table(['HR', 'Japanese'], '社員番号|氏名|メールアドレス|上司のメール', (p) => [
    p.number,
    p.name,
    p.mail,
    p.manager,
  ]),
  table(['HR', 'mail missing for some, sign-in name there'], 'Name|Email|UPN', (p, i) => [
    p.name,
    i % 3 === 1 ? '' : p.mail,
    p.upn,
  ]),
  table(['HR', 'mail missing for one, name there'], 'Email|Name', (p, i) => [i === 2 ? '' : p.mail, p.name], {
    open: [4],
  }),
  table(['HR', 'n/a for some, sign-in name there'], 'Email|Login', (p, i) => [
    i === 3 ? 'n/a' : p.mail,
    p.upn,
  ]),
  table(['HR', 'unknown headings'], 'Kennung|Kontakt|Standort', (p) => [p.number, p.mail, 'Köln'], {
    delimiter: ';',
  }),
  table(['HR', 'roles without headings'], '', (p) => [p.name, 'User', p.mail]),
  table(['HR', 'names and roles without headings'], '', (p) => [p.name, 'User']),
  table(['HR', 'managers without headings'], '', (p) => [p.manager, p.mail]),
  table(['HR', 'title rows and blank rows'], 'Name|Mail', (p) => [p.name, p.mail], {
    above: ['Team list,', ',', 'Version 3,'],
  }),
  table(['HR', 'two files put together'], 'Name|Mail', (p) => [p.name, p.mail], { below: ['Name,Mail'] }),
  table(['HR', 'sums at the end'], 'Name|Mail', (p) => [p.name, p.mail], {
    below: ['Total: 8,'],
    open: [10],
  }),
  table(['HR', 'notes with addresses in them'], 'Name|Notes|Mail', (p) => [
    p.name,
    `Reports to ${p.manager} since the summer of the year before last, ask there first`,
    p.mail,
  ]),
];

const outlookContacts =
  "First Name|Middle Name|Last Name|Company|Job Title|E-mail Address|E-mail Type|E-mail Display Name|E-mail 2 Address|Manager's Name|Assistant's Name";
const card = (p: ListedPerson): string[] => [
  'BEGIN:VCARD',
  'VERSION:3.0',
  `N:${p.surname};${p.given};;;`,
  `FN:${p.name}`,
  `EMAIL;TYPE=HOME:${privateMailOf(p)}`,
  `item1.EMAIL;TYPE=INTERNET,WORK:${p.mail}`,
  'END:VCARD',
];
const ldif = (p: ListedPerson): string[] => [
  `dn: CN=${p.given},OU=Users,DC=contoso,DC=com`,
  'objectClass: user',
  `cn:: ${Buffer.from(p.name).toString('base64')}`,
  `userPrincipalName: ${p.upn}`,
  `manager: CN=Mona Mgr,OU=Users,DC=contoso,`,
  ' DC=com',
  '',
];

const mailLists: readonly ListSample[] = [
  oneLine(['mail', 'recipients'], '; ', (p) => `${p.name} <${p.mail}>`),
  oneLine(['mail', 'recipients, surname first'], '; ', (p) => `${reversed(p)} <${p.mail}>`),
  oneLine(['mail', 'recipients between quotes'], ', ', (p) => `"${reversed(p)}" <${p.mail}>`),
  oneLine(['mail', 'recipients with quotes of Outlook'], '; ', (p) => `'${p.mail}'`),
  oneLine(['mail', 'recipients with commas'], ',', (p) => p.mail),
  oneLine(['mail', 'addresses between quotes'], ',', (p) => `"${p.mail}"`),
  oneLine(['mail', 'names alone'], '; ', (p) => p.name),
  oneLine(['mail', 'names alone, surname first'], '; ', reversed),
  oneLine(['mail', 'names in brackets'], '; ', (p) => `${p.name} (${p.mail})`),
  list(['mail', 'a recipient on each line'], (p) => `${p.name} <${p.mail}>;`),
  list(['mail', 'recipients over lines'], (p) => `${p.mail};`),
  { ...oneLine(['mail', 'addresses with blanks'], ' ', (p) => p.mail) },
  table(['mail', 'contacts of Outlook'], outlookContacts, (p) => [
    p.given,
    '',
    p.surname,
    'Contoso',
    '',
    p.mail,
    'SMTP',
    p.name,
    privateMailOf(p),
    'Mona Mgr',
    '',
  ]),
  table(
    ['mail', 'contacts of Outlook, Swedish'],
    'Förnamn|Efternamn|Företag|E-postadress|E-postadress 2',
    (p) => [p.given, p.surname, 'Contoso', p.mail, ''],
  ),
  {
    source: 'mail',
    name: 'vCard',
    text: people.flatMap(card).join('\r\n'),
    found: onLines(1, people, 7),
    open: [],
  },
  {
    source: 'mail',
    name: 'LDIF',
    text: `version: 1\n\n${people.flatMap(ldif).join('\n')}`,
    found: onLines(3, people, 7),
    open: [],
  },
  list(['mail', 'mailto links'], (p) => `mailto:${p.mail}?subject=Hello`),
];

const wordLists: readonly ListSample[] = [
  list(['plain list', 'addresses'], (p) => p.mail),
  list(['plain list', 'ids'], (p) => p.id),
  list(['plain list', 'names'], (p) => p.name),
  list(['plain list', 'names, surname first'], reversed, { who: noMiddle }),
  list(['plain list', 'addresses below a heading'], (p) => p.mail, { above: ['E-post'] }),
  list(['plain list', 'names below a heading'], (p) => p.name, { above: ['Anzeigename'] }),
  list(['plain list', 'bullets'], (p) => `- ${p.mail}`),
  list(['plain list', 'round bullets'], (p) => `• ${p.mail}`),
  list(['plain list', 'bullets before names'], (p) => `- ${p.name}`),
  list(['plain list', 'numbers'], (p, i) => `${i + 1}. ${p.mail}`),
  list(['plain list', 'numbers before names'], (p, i) => `${i + 1}. ${p.name}`),
  list(['plain list', 'numbers with brackets'], (p, i) => `${i + 1}) ${p.mail}`),
  list(['plain list', 'check boxes'], (p) => `- [ ] ${p.mail}`),
  list(['plain list', 'names with dashes'], (p) => `${p.name} - ${p.mail}`),
  list(['plain list', 'names with brackets'], (p) => `${p.name} (${p.mail})`),
  list(['plain list', 'addresses before names'], (p) => `${p.mail} (${p.name})`),
  list(['plain list', 'names with colons'], (p) => `${p.name}: ${p.mail}`),
  list(['plain list', 'names and addresses with a blank between'], (p) => `${p.name} ${p.upn}`),
  list(['plain list', 'bold in Markdown'], (p) => `* **${p.mail}**`),
  list(['plain list', 'links in Markdown'], (p) => `- [${p.name}](mailto:${p.mail})`),
  list(['plain list', 'two blanks in names'], (p) => p.name.replace(' ', '  ')),
  list(['plain list', 'no-break spaces in names'], (p) => p.name.replaceAll(' ', '\u00A0')),
  list(['plain list', 'characters without width'], (p) => `\u200B${p.mail}\u200B`),
  list(['plain list', 'byte order marks within'], (p) => `\uFEFF${p.name}`),
  list(['plain list', 'blank lines between'], (p) => `${p.mail}\n`, { who: people.slice(0, 1) }),
  list(['plain list', 'an unknown first line'], (p) => p.mail, { above: ['The new ones'], open: [1] }),
  list(
    ['plain list', 'an address with a blank in it'],
    (p, i) => (i === 2 ? 'cecilia lind@contoso.com' : p.mail),
    { who: people, open: [3] },
  ),
  oneLine(['one row', 'ids'], ', ', (p) => p.id),
  oneLine(['one row', 'names with tabs'], '\t', (p) => p.name),
  oneLine(['one row', 'names with commas'], ', ', (p) => p.name),
  oneLine(['one row', 'addresses with tabs'], '\t', (p) => p.mail),
  oneLine(['one row', 'pipes'], ' | ', (p) => p.mail),
  {
    source: 'one row',
    name: 'one person with columns',
    text: 'Bo Berg,bo.berg@contoso.com,Sales',
    found: ['bo@1'],
    open: [],
  },
  {
    source: 'grid',
    name: 'two addresses a line',
    text: [0, 2, 4, 6].map((i) => `${people[i]?.mail}\t${people[i + 1]?.mail}`).join('\n'),
    found: people.map(({ key }, i) => `${key}@${Math.floor(i / 2) + 1}`),
    open: [],
  },
  {
    source: 'grid',
    name: 'a grid with gaps',
    text: [0, 3, 6].map((i) => [0, 1, 2].map((j) => people[i + j]?.mail ?? '').join(';')).join('\n'),
    found: people.map(({ key }, i) => `${key}@${Math.floor(i / 3) + 1}`),
    open: [],
  },
  {
    source: 'grid',
    name: 'several in one cell',
    text: `Team,Members\nA,"${people
      .slice(0, 4)
      .map(({ mail }) => mail)
      .join('; ')}"\nB,"${people
      .slice(4)
      .map(({ mail }) => mail)
      .join('; ')}"\n`,
    found: people.map(({ key }, i) => `${key}@${i < 4 ? 2 : 3}`),
    open: [],
  },
  {
    source: 'grid',
    name: 'names in one cell',
    text: `Team\tMember\nA\t${people
      .slice(0, 4)
      .map(({ name }) => name)
      .join('; ')}\nB\t${people
      .slice(4)
      .map(({ name }) => name)
      .join('; ')}\n`,
    found: people.map(({ key }, i) => `${key}@${i < 4 ? 2 : 3}`),
    open: [],
  },
];

const html = (p: ListedPerson): string =>
  `<tr><td>${p.name.replace("'", '&#39;')}</td><td style="mso-number-format:'\\@'"><a href="mailto:${p.mail}">${p.mail.replace("'", '&#39;')}</a></td></tr>`;
const xml = (p: ListedPerson): string =>
  `<Row><Cell><Data ss:Type="String">${p.name}</Data></Cell><Cell ss:Index="3"><Data ss:Type="String">${p.mail}</Data></Cell></Row>`;

const webLists: readonly ListSample[] = [
  table(['web table', 'copied with tabs'], 'Name|Username|Licenses', (p) => [p.name, p.upn, 'E3'], {
    delimiter: '\t',
    lineBreak: '\n',
  }),
  table(
    ['web table', 'copied with check marks'],
    '|Display name|Username',
    (p) => ['\uE73E', p.name, p.upn],
    { delimiter: '\t', lineBreak: '\n' },
  ),
  {
    source: 'web table',
    name: 'Markdown',
    text: `| Name | Email |\n|------|:-----:|\n${people.map((p) => `| ${p.name} | ${p.mail} |`).join('\n')}\n`,
    found: onLines(3),
    open: [],
  },
  {
    source: 'web table',
    name: 'Markdown with unknown headings',
    text: `| Kollegin | Kontakt |\n| --- | --- |\n${people.map((p) => `| ${p.name} | ${p.mail} |`).join('\n')}\n`,
    found: onLines(3),
    open: [],
  },
  {
    source: 'web table',
    name: 'table of a database',
    text: `+------+-------+\n| name | email |\n+------+-------+\n${people.map((p) => `| ${p.name} | ${p.mail} |`).join('\n')}\n+------+-------+\n`,
    found: onLines(4),
    open: [],
  },
  list(['web table', 'pipes'], (p) => `${p.name}|${p.mail}|Lund`),
  {
    source: 'web table',
    name: 'HTML saved as .xls',
    text: `<html xmlns:o="urn:schemas-microsoft-com:office:office"><head><meta charset="utf-8"></head><body><table border="1"><tr><th>Name</th><th>Email</th></tr>\n${people.map(html).join('\n')}</table></body></html>`,
    found: onLines(2),
    open: [],
  },
  {
    source: 'web table',
    name: 'XML of Excel 2003',
    text: `<?xml version="1.0"?>\n<?mso-application progid="Excel.Sheet"?>\n<Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet" xmlns:ss="urn:schemas-microsoft-com:office:spreadsheet"><Worksheet ss:Name="A"><Table><Row><Cell><Data ss:Type="String">Name</Data></Cell><Cell ss:Index="3"><Data ss:Type="String">Mail</Data></Cell></Row>${people.map(xml).join('\n')}</Table></Worksheet></Workbook>`,
    found: onLines(2),
    open: [],
  },
];

const spreadsheet = table(['encodings', 'spreadsheet'], 'Namn|Användare', (p) => [p.name, p.name], {
  delimiter: ';',
});
const withWrongByte = Buffer.concat([
  Buffer.from(spreadsheet.text),
  Buffer.from([0xe9]),
  Buffer.from('\r\n'),
]);

const encodingLists: readonly ListSample[] = [
  saved(spreadsheet, 'windows-1252', Buffer.from(spreadsheet.text, 'latin1')),
  saved(spreadsheet, 'UTF-16', Buffer.from(`\uFEFF${spreadsheet.text}`, 'utf16le')),
  saved(spreadsheet, 'UTF-16 without a mark', Buffer.from(spreadsheet.text, 'utf16le')),
  saved(spreadsheet, 'UTF-8 with a mark', Buffer.from(`\uFEFF${spreadsheet.text}`)),
  { ...saved(spreadsheet, 'one wrong byte', withWrongByte), open: [10] },
  table(['encodings', "Excel's separator"], 'Name|Mail', (p) => [p.name, p.mail], {
    delimiter: ';',
    above: ['sep=;'],
  }),
  table(['encodings', 'old line breaks'], 'Name|Mail', (p) => [p.name, p.mail], { lineBreak: '\r' }),
  table(['encodings', 'many separators at the end'], `Name|Mail${'|'.repeat(40)}`, (p) => [
    p.name,
    p.mail,
    ...Array.from({ length: 40 }, () => ''),
  ]),
];

/** Lists as other programs and people write them. */
export const otherLists: readonly ListSample[] = [
  ...googleLists,
  ...hrLists,
  ...mailLists,
  ...wordLists,
  ...webLists,
  ...encodingLists,
];

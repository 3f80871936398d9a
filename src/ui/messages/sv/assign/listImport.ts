import type { listImport as english } from '../../en/assign/listImport';
import type { Format } from '../../format';

/** Words of a pasted or dropped list: reading it, and its lines without a match. */
export const listImport = (f: Format): ReturnType<typeof english> => ({
  addFromFile: 'Lägg till från fil',
  addFromFileHint: 'Lägg till från en Excel-, CSV- eller textfil. Du kan också släppa filen här.',
  dropHere: 'Släpp filen för att lägga till alla i den',
  pastedList: 'Inklistrad lista',
  oneFileAtATime: (name) => `Du kan lägga till en fil i taget. Bara ${name} lästes.`,
  readingList: (name) => `Läser ${name} …`,
  nothingRead: (name) => `Inga användare eller grupper hittades i ${name}.`,
  tableFacts: (lines) => f.plural(lines, { one: '# rad', other: '# rader' }),
  delimiterLabel: 'Avgränsare',
  delimiters: {
    ',': 'Komma',
    ';': 'Semikolon',
    '\t': 'Tabb',
    '|': 'Lodstreck',
    ' ': 'Blanksteg',
    '\n': 'Ingen (en post per rad)',
  },
  encodingLabel: 'Filens kodning',
  encodings: {
    'utf-8': 'UTF-8',
    'utf-16le': 'UTF-16',
    'utf-16be': 'UTF-16BE',
    'windows-1252': 'Västeuropeisk (Windows)',
    'windows-1250': 'Centraleuropeisk (Windows)',
    'windows-1251': 'Kyrillisk (Windows)',
    'windows-1253': 'Grekisk (Windows)',
    'windows-1254': 'Turkisk (Windows)',
    'windows-1257': 'Baltisk (Windows)',
    macintosh: 'Västeuropeisk (Mac)',
    shift_jis: 'Japansk (Shift-JIS)',
    gb18030: 'Förenklad kinesiska (GB18030)',
    big5: 'Traditionell kinesiska (Big5)',
    'euc-kr': 'Koreansk',
  },
  sheetLabel: 'Blad',
  emptySheet: 'Bladet är tomt.',
  unreadSheet: 'Det går inte att läsa bladet. Du kan välja ett annat.',
  columnLabel: 'Kolumn med användarna och grupperna',
  columnMissed: (column) =>
    `Ingen hittades med kolumnen ”${column}”. Välj en annan kolumn, eller lägg till raderna ändå.`,
  columnNumber: (place) => `Kolumn ${f.number(place)}`,
  columnOption: (heading, kind) => `${heading} (${kind})`,
  columnKinds: {
    address: 'adresser',
    'object-id': 'objekt-ID:n',
    account: 'kontonamn',
    'employee-id': 'anställnings-ID:n',
    'display-name': 'namn',
    other: 'något annat',
  },
  samples: (samples) => (samples.length > 0 ? `Till exempel ${f.list(samples)}` : 'Kolumnen är tom.'),
  sampleWithName: (text, name) => `${text} (${name})`,
  headingsTitle: (count) =>
    f.plural(count, { one: '# rad hoppas över som rubrik.', other: '# rader hoppas över som rubriker.' }),
  faultsTitle: (count) =>
    f.plural(count, {
      one: '# rad har ett problem. Alla andra rader läses.',
      other: '# rader har problem. Alla andra rader läses.',
    }),
  fault: (line, what, place = {}) =>
    place.cell === undefined ? `Rad ${f.number(line)}: ${what}` : `Cell ${place.cell}: ${what}`,
  faults: {
    'lone-quote': 'ett citattecken är inte avslutat',
    'too-many-columns': 'fler än 512 kolumner; resten av raden hoppas över',
    'control-characters': 'innehåller styrtecken',
    empty: 'tom',
    'too-long': 'för lång för en adress eller ett namn',
    'cell-error': 'visar ett fel, till exempel #REF!',
    'formula-without-result': 'en formels resultat finns inte i filen; öppna och spara den i Excel',
    'long-number': 'ett tal med fler än 15 siffror; Excel kan ha ändrat de sista',
    'hidden-row': 'dold i bladet, men medtagen',
  },
  moreFaults: (count) => f.plural(count, { one: 'och # till', other: 'och # till' }),
  addLines: (lines) => f.plural(lines, { one: 'Slå upp # rad', other: 'Slå upp # rader' }),
  matchingTitle: (name) => `Slår upp alla i ${name}`,
  matching: (asked, all) => `${f.number(asked)} av ${f.number(all)} uppslagna`,

  tally: (tally) =>
    f.plural(tally.lines, { one: '# rad', other: '# rader' }) +
    ': ' +
    [
      f.plural(tally.matched, { one: '# hittad', other: '# hittade' }),
      ...(tally.ambiguous > 0
        ? [f.plural(tally.ambiguous, { one: '# flertydig', other: '# flertydiga' })]
        : []),
      ...(tally.suspicious > 0
        ? [f.plural(tally.suspicious, { one: '# förväxlingsbar', other: '# förväxlingsbara' })]
        : []),
      ...(tally.unknown > 0
        ? [f.plural(tally.unknown, { one: '# inte hittad', other: '# inte hittade' })]
        : []),
      ...(tally.duplicate > 0
        ? [f.plural(tally.duplicate, { one: '# dubblett', other: '# dubbletter' })]
        : []),
      ...(tally.dropped > 0 ? [f.plural(tally.dropped, { one: '# borttagen', other: '# borttagna' })] : []),
      ...(tally.blank > 0 ? [f.plural(tally.blank, { one: '# tom', other: '# tomma' })] : []),
    ].join(', ') +
    '.',
  readDifferently: (name) => `Ändra hur ”${name}” läses`,
  unresolvedKinds: {
    ambiguous: 'Flertydiga',
    suspicious: 'Förväxlingsbara',
    unknown: 'Inte hittade',
    duplicate: 'Dubbletter',
  },
  unresolvedGrid: 'Rader att kontrollera',
  linesSkipped: (lines) => f.plural(lines, { one: '# rad hoppas över', other: '# rader hoppas över' }),
  columnLine: 'Rad',
  linePlace: (source, lines) => {
    const shown = lines.slice(0, 5).map((line) => f.number(line));
    const rest = lines.length - shown.length;
    const places = rest > 0 ? [...shown, f.plural(rest, { other: '# till' })] : shown;
    return `${f.plural(lines.length, { one: 'Rad', other: 'Rad' })} ${f.list(places)}, ${source}`;
  },
  whyAmbiguous: (count) =>
    f.plural(count, {
      one: 'Det här kan vara någons kontonamn eller anställnings-ID. Är det rätt person?',
      other: 'Matchar # användare eller grupper. Välj en.',
    }),
  numbersMatch: (count) =>
    f.plural(count, {
      one: '# nummer är en persons anställnings-ID eller kontonamn.',
      other: 'Vart och ett av de # numren är en persons anställnings-ID eller kontonamn.',
    }),
  wordsMatch: (count) =>
    f.plural(count, {
      one: '# ord är en persons kontonamn eller anställnings-ID.',
      other: 'Vart och ett av de # orden är en persons kontonamn eller anställnings-ID.',
    }),
  chooseAll: (count) =>
    f.plural(count, { one: 'Lägg till # person', other: 'Lägg till de här # personerna' }),
  whySimilar: (count) =>
    f.plural(count, {
      one: 'Det finns ingen exakt träff, men det här namnet är snarlikt. Är det rätt?',
      other: 'Det finns ingen exakt träff, men # namn är snarlika. Välj ett.',
    }),
  whyBeginning: (hasMore) =>
    hasMore
      ? 'Det finns ingen exakt träff. Det här är några av namnen eller adresserna som börjar så. Välj en, eller ändra raden till en adress.'
      : 'Det finns ingen exakt träff, men de här namnen eller adresserna börjar så. Välj en.',
  notSearched: 'Liknande namn söktes inte. Välj Rätta och slå upp raden igen för att söka efter det här.',
  whySuspicious: 'Kontrollera att det är rätt.',
  whyUnknown: {
    'not-found': 'Ingen träff i organisationen.',
    'not-an-id': 'Varken en adress eller ett giltigt objekt-ID.',
    'cannot-be-looked-up':
      'Den här sortens uppgift går inte att slå upp. Använd en e-postadress, ett inloggningsnamn, ett objekt-ID, ett anställnings-ID eller ett kontonamn.',
  },
  whyDuplicate: (line) => `Samma som rad ${f.number(line)}. Läggs bara till en gång.`,
  whyInList: 'Finns redan i listan. Läggs bara till en gång.',
  suspicions: {
    'mixed-scripts': 'Texten blandar bokstäver från olika alfabet som ser lika ut.',
    'invisible-characters': 'Texten innehåller osynliga tecken.',
    'direction-marks': 'Texten innehåller tecken som ändrar textens riktning.',
    'extra-text': 'Det står andra ord precis före adressen.',
    'other-column': 'Huvudkolumnen anger ingen på den här raden, så en annan kolumn lästes.',
  },
  choose: 'Välj',
  chooseCandidate: (name, detail) => `Välj ${name}, ${detail}`,
  moreCandidates: (count) =>
    f.plural(count, {
      one: '# till matchar. Om det är rätt kan du ändra raden till en adress.',
      other: '# till matchar. Om någon av dem är rätt kan du ändra raden till en adress.',
    }),
  correct: 'Rätta',
  correctLine: (text) => `Rätta ${text}`,
  correctionLabel: (text) => `Rättelse av ${text}`,
  correctionHint:
    'Använd en e-postadress, ett inloggningsnamn, ett objekt-ID, ett anställnings-ID, ett kontonamn eller exakt det namn som visas.',
  retryLookup: 'Slå upp',
  removeLine: (text) => `Ta bort ${text}`,
  exportLines: (lines) =>
    f.plural(lines, { one: 'Exportera den här raden', other: 'Exportera de här # raderna' }),
  asWritten: 'Som den skrevs',
  linesFileWord: 'rader-utan-träff',
  removeShown: (lines) =>
    f.plural(lines, { one: 'Ta bort den här raden', other: 'Ta bort de här # raderna' }),
});

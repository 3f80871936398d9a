import type { assign as english } from '../en/assign';
import type { Format } from '../format';

/** Words of the assign pane, and of the people picker. */
export const assign = (f: Format): ReturnType<typeof english> => ({
  title: 'Tilldela licenser',
  subtitle: (products) => `Välj vilka som får ${f.list(products)}.`,
  assign: 'Tilldela',

  pickerLabel: 'Användare och grupper',
  pickerHint: 'Börja skriva ett namn eller en adress',
  pickerResults: 'Användare och grupper som matchar',
  /** Follows "waiting for", as `unfinishedWait` does. */
  searchWait: 'sökresultaten',
  unfinishedWait: 'din påbörjade lista',
  searching: 'Söker …',
  nothingFound: (text) => `Ingen person och ingen grupp matchar ”${text}”.`,
  found: (count) =>
    f.plural(count, {
      one: '# träff. Välj med piltangenterna.',
      other: '# träffar. Välj med piltangenterna.',
    }),
  kindUser: 'Användare',
  kindGroup: 'Grupp',
  alreadyChosen: 'Finns i din lista',
  hasDirect: 'Har den redan',
  hasVia: (groups) => `Har den via ${f.list(groups)}`,
  hasProduct: (product) => `Har redan ${product}`,
  hasProductVia: (product, groups) => `Har ${product} via ${f.list(groups)}`,
  aGroup: 'en grupp',
  added: (count, name) => `${count === 1 ? name : f.number(count)} har lagts till i listan.`,
  removed: (count, name) => `${count === 1 ? name : f.number(count)} har tagits bort från listan.`,

  addFromFile: 'Lägg till från fil',
  addFromFileHint:
    'Excel, CSV eller text. Du kan också släppa filen här, eller klistra in en lista med adresser ovan.',
  dropHere: 'Släpp filen för att lägga till alla i den',
  pastedList: 'Inklistrad lista',
  oneFileAtATime: (name) => `Filer läses en i taget. Bara ${name} togs emot.`,
  readingList: (name) => `Läser ${name} …`,
  nothingRead: (name) => `${name} nämner ingen.`,
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
  columnLabel: 'Kolumn som nämner personerna och grupperna',
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
    f.plural(count, { one: '# rad utelämnas som rubrik.', other: '# rader utelämnas som rubriker.' }),
  faultsTitle: (count) =>
    f.plural(count, {
      one: '# rad har ett fel. Alla andra läses.',
      other: '# rader har fel. Alla andra läses.',
    }),
  fault: (line, what) => `Rad ${f.number(line)}: ${what}`,
  faults: {
    'lone-quote': 'ett citattecken utan sitt par',
    'too-many-columns': 'fler än 512 kolumner; resten av raden utelämnas',
    'control-characters': 'innehåller styrtecken',
    empty: 'tom',
    'too-long': 'för lång för en adress eller ett namn',
    'cell-error': 'en cell visar ett fel, till exempel #REF!',
    'formula-without-result': 'en formels resultat finns inte i filen; öppna och spara den i Excel',
    'long-number': 'ett tal med fler än 15 siffror; Excel kan ha ändrat slutet',
    'hidden-row': 'dold i bladet, men läst',
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
      ...(tally.dropped > 0 ? [f.plural(tally.dropped, { one: '# struken', other: '# strukna' })] : []),
      ...(tally.blank > 0 ? [f.plural(tally.blank, { one: '# tom', other: '# tomma' })] : []),
    ].join(', ') +
    '.',
  openTitle: (lines) => f.plural(lines, { one: '# rad att titta på', other: '# rader att titta på' }),
  openKinds: {
    ambiguous: 'Flertydiga',
    suspicious: 'Förväxlingsbara',
    unknown: 'Inte hittade',
    duplicate: 'Dubbletter',
  },
  openGrid: 'Rader att titta på',
  openLeft: (lines) =>
    f.plural(lines, {
      one: '# rad är fortfarande öppen. Ingen får en licens för den.',
      other: '# rader är fortfarande öppna. Ingen får en licens för dem.',
    }),
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
      other: '# matchar. Vem menar du?',
    }),
  whySimilar: (count) =>
    f.plural(count, {
      one: 'Ingen heter exakt så, men det här namnet liknar. Är det rätt?',
      other: 'Ingen heter exakt så, men # namn liknar. Vem menar du?',
    }),
  whySuspicious: 'Kontrollera att det är rätt.',
  whyUnknown: {
    'not-found':
      'Ingen matchade. Du kan använda en e-postadress, ett inloggningsnamn, ett objekt-ID, ett anställnings-ID, ett kontonamn eller exakt det namn som visas.',
    'not-an-id': 'Det här är varken en adress eller ett giltigt objekt-ID.',
    'cannot-be-looked-up':
      'Den här sortens uppgift går inte att slå upp. Använd en e-postadress, ett inloggningsnamn, ett objekt-ID, ett anställnings-ID eller ett kontonamn.',
  },
  whyDuplicate: (line) => `Samma som rad ${f.number(line)}. Inget läggs till två gånger.`,
  whyInList: 'Finns redan i listan. Inget läggs till två gånger.',
  suspicions: {
    'mixed-scripts': 'Texten blandar bokstäver ur flera alfabet som ser lika ut.',
    'invisible-characters': 'Texten innehåller tecken som inte syns.',
    'direction-marks': 'Texten innehåller tecken som vänder textens riktning.',
    'extra-text': 'Det står andra ord precis före adressen.',
    'other-column': 'Den valda kolumnen anger ingen på den här raden, så en annan kolumn lästes.',
  },
  choose: 'Välj',
  chooseCandidate: (name, detail) => `Välj ${name}, ${detail}`,
  moreCandidates: (count) =>
    f.plural(count, {
      one: '# till matchar. Rätta raden till en adress om du menar den.',
      other: '# till matchar. Rätta raden till en adress om du menar någon av dem.',
    }),
  correct: 'Rätta',
  correctLine: (text) => `Rätta ${text}`,
  correctionLabel: (text) => `Rättelse av ${text}`,
  lookAgain: 'Slå upp igen',
  dropLine: (text) => `Stryk ${text}`,
  exportLines: (lines) =>
    f.plural(lines, { one: 'Exportera den här raden', other: 'Exportera de här # raderna' }),
  asWritten: 'Som den skrevs',
  linesFileWord: 'rader-utan-träff',
  dropShown: (lines) => f.plural(lines, { one: 'Stryk den här raden', other: 'Stryk de här # raderna' }),

  unfinished: (count, isPeople, time) =>
    `Du har en oavslutad lista med ${
      isPeople
        ? f.plural(count, { one: '# person', other: '# personer' })
        : f.plural(count, { one: '# användare eller grupp', other: '# användare och grupper' })
    } från ${time}.`,
  unfinishedName: 'Oavslutad lista',
  continueList: 'Fortsätt',
  continuing: 'Slår upp listan …',
  discardList: 'Kasta',
  discardListTitle: 'Kasta listan?',
  discardListText: 'Webbläsaren låter inte appen spara listan. Om du stänger nu går den förlorad.',
  keepEditing: 'Fortsätt redigera',

  listTitle: 'Din lista',
  listCount: (count) => f.plural(count, { one: '# i listan', other: '# i listan' }),
  listEmpty: 'Listan är tom. Sökningen visar användare och grupper tillsammans.',
  removeFromList: (name) => `Ta bort ${name} från listan`,
  lineFilters: {
    sent: 'Skickas',
    held: 'Har den redan',
    stopped: 'Kan inte tilldelas',
    'no-seat': 'Ingen plats kvar',
    'no-location': 'Ingen användningsplats',
    blocked: 'Blockerade',
    guest: 'Gäster',
  },
  lineFilter: (name, count) => `${name} (${f.number(count)})`,
  searchList: 'Sök i listan',
  listNoneShown: 'Ingen i listan matchar sökningen.',
  removeStopped: (count) =>
    f.plural(count, {
      one: 'Ta bort # som inte kan tilldelas',
      other: 'Ta bort # som inte kan tilldelas',
    }),
  fromHereNoSeat: 'Härifrån finns ingen plats kvar',
  fromHereMayLack: 'Härifrån finns kanske ingen plats kvar',
  fromHereNoSeatOf: (products) => `Härifrån finns ingen plats kvar av ${f.list(products)}`,
  fromHereMayLackOf: (products) => `Härifrån finns kanske ingen plats kvar av ${f.list(products)}`,
  checking: 'Kontrollerar …',
  checkFailed: 'Det gick inte att läsa vad personerna och grupperna har nu.',

  finding: {
    'gets-seat': 'Får en plats',
    'has-already': 'Har den redan',
    'has-through-group': 'Har den genom en grupp',
    'state-unknown': 'Kan redan ha den: det gick inte att läsa tillståndet',
    unreadable: 'Det gick inte att läsa vad personen eller gruppen har. Inget skickas.',
    'usage-location-missing': 'Användningsplats saknas. Ange först ett land för personen.',
    'details-unknown': 'Bara namnet kunde läsas. Microsoft 365 avgör.',
    'blocked-account': 'Kontot är blockerat: platsen tas men kan inte användas.',
    guest: 'Gäst från en annan organisation',
    'no-seat-left': 'Ingen plats finns kvar',
    'group-gains': 'Gruppmedlemmar',
    'group-members': 'Gruppmedlemmar',
    'group-size-unknown':
      'Gruppens storlek är inte känd, så det går inte att säga hur många licenser den tar. Varje direkt medlem som saknar produkten får en, så långt de räcker.',
    'group-not-licensable': 'Den här sortens grupp kan inte ha licenser. Den måste vara säkerhetsaktiverad.',
    'role-assignable-group':
      'Gruppen kan tilldelas roller. Bara en global administratör eller administratör för privilegierade roller får ge den licenser.',
    'not-permitted': 'Din roll gäller bara grupper',
  },
  findingHasVia: (groups) => `Har den via ${f.list(groups)}; inget skickas`,
  findingHasAlready: 'Har den redan; inget skickas',
  findingStateUnknownOf: (products) => `Kan redan ha ${f.list(products)}: det gick inte att läsa tillståndet`,
  findingKeeps: (product) => `Har redan ${product} och behåller den`,
  findingKeepsVia: (product, groups) => `Har ${product} via ${f.list(groups)} och behåller den`,
  findingGets: (products) => `Får ${f.list(products)}`,
  findingNoSeatOf: (products, withheld) =>
    `Ingen plats finns kvar av ${f.list(products)}` +
    (withheld.length > 0 ? `, så ${f.list(withheld)} tilldelas inte heller` : ''),
  findingMayLackSeat: (products, withheld) =>
    `Kanske finns ingen plats kvar av ${f.list(products)}` +
    (withheld.length > 0 ? `, och då tilldelas inte heller ${f.list(withheld)}` : ''),
  findingMayLack: 'Kanske finns ingen plats kvar',
  findingSizeUnknownOf: (products) =>
    `Gruppens storlek är inte känd, så det går inte att säga hur många licenser av ${f.list(products)} den tar.`,
  findingGains: ({ directUsers, gains, keeping, unread = 0, lacking }) =>
    directUsers === 0
      ? 'Gruppen har inga direkta medlemmar, så ingen licens går åt nu'
      : `${f.plural(directUsers, { one: '# direkt medlem', other: '# direkta medlemmar' })}: ` +
        [
          ...gains.map(
            ({ people, product }) => `${f.plural(people, { other: '# får' })} ${product ?? 'en licens'}`,
          ),
          ...(keeping > 0 ? [f.plural(keeping, { other: '# har den redan' })] : []),
          ...(unread > 0
            ? [
                f.plural(unread, {
                  one: '# kan få en licens: det gick inte att läsa vad personen har',
                  other: '# kan få en licens: det gick inte att läsa vad de har',
                }),
              ]
            : []),
          ...lacking.map(
            ({ people, products }) =>
              `${f.plural(people, { other: '# får inget' })}, eftersom ingen licens ` +
              `${products ? `av ${f.list(products)} ` : ''}finns kvar`,
          ),
        ].join(' · '),
  findingWithheld: (people, products) =>
    f.plural(people, { other: '# får inget' }) +
    `, eftersom gruppen också ger ${f.list(products)}, som ${f.plural(people, { one: 'personen', other: 'de' })} inte kan få. ` +
    'Entra ger en medlem allt som gruppen har, eller inget',
  findingOthersUnknown:
    'Det gick inte att läsa vad gruppen ger i övrigt, och Entra ger en medlem allt som gruppen har, eller inget',
  findingRefused: (people, products) =>
    f.plural(people, { other: '# får inget' }) +
    `: en annan grupp kan redan inte ge dem ${products ? f.list(products) : 'produkten'}`,
  findingMayBeRefused: (isShort) =>
    'Microsoft 365 kontrollerar också beroenden av och konflikter med andra produkter, så färre kan få den' +
    (isShort ? ', och en licens kan bli över till andra' : ''),
  findingMembersOf: (users, products) =>
    `${f.plural(users, { one: '# direkt medlem: får', other: '# direkta medlemmar: var och en får' })} ` +
    `det som saknas av ${f.list(products)}`,
  findingShortOf: (users, products) =>
    `${f.plural(users, { one: '# direkt medlem', other: '# direkta medlemmar' })}: ` +
    `platserna av ${f.list(products)} räcker kanske inte. Entra ger en medlem allt som gruppen har, eller inget.`,
  findingMembers: (users) =>
    f.plural(users, {
      one: '# direkt medlem får en plats',
      other: '# direkta medlemmar: de som saknar produkten får en plats',
    }),
  findingShort: (users) =>
    f.plural(users, {
      one: '# direkt medlem, men ingen plats finns kvar',
      other: '# direkta medlemmar: platserna räcker kanske inte till dem som saknar produkten',
    }),
  findingNested: (groups) =>
    f.plural(groups, {
      one: '# grupp i gruppen: dess medlemmar får inget',
      other: '# grupper i gruppen: deras medlemmar får inget',
    }),
  verdict: { send: 'Klar', risk: 'Kontrollera först', skip: 'Behövs inte', stop: 'Kan inte tilldelas' },

  willGet: (seats) => f.plural(seats, { one: '# får en plats', other: '# får en plats' }),
  willGetAtMost: (seats) => f.plural(seats, { other: 'Högst # får en plats' }),
  seatsUnknown: 'En grupps storlek är inte känd, så det går inte att säga hur många platser som går åt',
  freeNotKnown: 'Microsoft 365 anger inte hur många platser som är lediga',
  seatsFree: (seats) => f.plural(seats, { one: '# ledig plats nu', other: '# lediga platser nu' }),
  seatsLeft: (seats) => f.plural(seats, { one: '# plats kvar efter det', other: '# platser kvar efter det' }),
  seatsLeftAtLeast: (seats) =>
    f.plural(seats, { one: 'minst # plats kvar efter det', other: 'minst # platser kvar efter det' }),
  seatsMissing: (seats) => f.plural(seats, { one: '# plats saknas', other: '# platser saknas' }),
  seatsMissingAtLeast: (seats) =>
    f.plural(seats, { one: 'minst # plats saknas', other: 'minst # platser saknas' }),
  seatsMissingAtMost: (seats) =>
    f.plural(seats, { one: 'högst # plats saknas', other: 'högst # platser saknas' }),
  seatsOf: (product, { given, left, missing, certainty }) => {
    if (certainty === 'unknown')
      return `${product}: ${f.plural(given + left, { one: '# ledig plats', other: '# lediga platser' })} · hur många som går åt är inte känt`;
    const isBound = certainty === 'at-most';
    return (
      `${product}: ${isBound ? 'högst ' : ''}${f.plural(given, { other: '# får den' })} · ` +
      (missing > 0
        ? (isBound ? 'högst ' : '') + f.plural(missing, { one: '# plats saknas', other: '# platser saknas' })
        : (isBound ? 'minst ' : '') + f.plural(left, { one: '# plats kvar', other: '# platser kvar' }))
    );
  },
  takes: (inMs) => `tar ungefär ${f.duration(inMs)}`,
  takesInAll: (inMs) => `Tar ungefär ${f.duration(inMs)}`,
  getMore: 'Skaffa fler licenser',
  getMoreOf: (product) => `Skaffa fler licenser för ${product}`,
  seatsShortTitle: 'När ingen plats finns kvar',
  seatsShortGoOn: 'Fortsätt, och säg vilka som inte fick någon',
  seatsShortStop: 'Stanna, och låt resten vänta tills du återupptar',

  wayTitle: 'Så tilldelas licenserna',
  wayDirect: (inMs) => `Direkt till varje person. Tar ungefär ${f.duration(inMs)}.`,
  wayGroup: (inMs) =>
    `Genom en grupp. Att lägga till alla tar ungefär ${f.duration(inMs)}; sedan delar Entra ut licenserna.`,
  wayGroupOff: 'Inte med grupper i listan: medlemmar i en grupp inuti en grupp får inget.',
  wayGroupSeveral:
    'Inte med flera produkter: en grupp ger alla i den samtliga produkter, även den som redan har någon av dem.',
  wayGroupNotPermitted:
    'Din roll låter dig inte ändra grupper. En användar-, grupp- eller global administratör kan tilldela via en grupp.',
  whichGroup: 'Grupp',
  newGroup: 'Skapa en ny säkerhetsgrupp',
  existingGroup: 'Ta en grupp som finns',
  groupName: 'Den nya gruppens namn',
  groupNameDefault: (product) => `${product} – licenser`,
  groupNameMissing: 'Ge gruppen ett namn.',
  groupPicker: 'Sök gruppen',
  changeGroup: 'Byt',
  groupGives: (people) =>
    f.plural(people, {
      one: '# person som redan finns i den får också produkten, och tar en licens till.',
      other: '# personer som redan finns i den får också produkten, och tar # licenser till.',
    }),
  groupSizeUnknown: 'Gruppens storlek är inte känd. Alla som redan finns i den får också produkten.',
  groupMayGive: (people) =>
    'Vad gruppen ger kunde inte läsas. ' +
    (people === undefined
      ? 'Alla som redan finns i den kan också få produkten.'
      : f.plural(people, {
          one: 'Personen som redan finns i den kan också få produkten.',
          other: 'De # personer som redan finns i den kan också få produkten.',
        })),
  groupHasPeople: (people) =>
    f.plural(people, {
      one: 'Personen som redan finns i den får också produkten.',
      other: 'De # personer som redan finns i den får också produkten.',
    }),
  unsuitable: {
    dynamic: 'En regel avgör vilka som finns i gruppen. Ingen kan läggas till här.',
    synced: 'Gruppen hanteras i er egen katalog. Ingen kan läggas till här.',
    'mail-enabled': 'Medlemmar i e-postaktiverade grupper kan inte ändras här.',
    'not-security-enabled': 'Gruppen kan inte ha licenser. Den måste vara säkerhetsaktiverad.',
    'role-assignable': 'Gruppen kan tilldelas roller, så medlemmarna skulle få dem också.',
  },
  groupEntra:
    'Entra ger licensen till varje medlem. Det fortsätter efter att jobbet har skickat allt, och kräver Microsoft Entra ID P1 eller ett abonnemang där det ingår.',
  groupLeaving: 'Den som lämnar gruppen förlorar licensen.',
  groupScopesNew:
    'Appen ber om behörighet att skapa en grupp och lägga till medlemmar (Group.ReadWrite.All, GroupMember.ReadWrite.All).',
  groupScopesExisting: 'Appen ber om behörighet att lägga till medlemmar (GroupMember.ReadWrite.All).',
  reasonGroup: 'Välj gruppen först.',

  nothingToSend: 'Inget i listan behöver skickas.',

  plansTitle: 'Aktivera eller inaktivera appar och tjänster',
  plansNote: 'Gäller dem som får produkten nu. De som redan har den behåller sina appar som de är.',
  plansOn: (on, all) => `${f.number(on)} av ${f.number(all)} på`,
  plansNoneOn: 'Låt minst en app eller tjänst vara på.',
  plansNoneOnOf: (product) => `Låt minst en app eller tjänst i ${product} vara på.`,

  alsoAssign: 'Tilldela även',
  noneToAdd: 'Alla produkter som kan tilldelas är valda.',
  productsTitle: 'Produkter att tilldela',
  productsNote: 'Var och en får alla i ett steg, eller ingen av dem om en inte kan tilldelas.',
  productAdded: (product) => `${product} tilldelas också.`,
  productDropped: (product) => `${product} tilldelas inte längre.`,
  dropProduct: (product) => `Tilldela inte ${product}`,

  reasonEmpty: 'Lägg till minst en användare eller grupp.',
  reasonReading: 'Lägg till listan färdigt först, eller avbryt den.',
  planning: 'Förbereder …',
  reasonChecking: 'Vänta tills alla i listan har kontrollerats.',

  assignMore: 'Tilldela fler',
  columnWho: 'Användare eller grupp',

  countryMissing: (count) =>
    f.plural(count, {
      one: '# person saknar användningsplats och kan inte få en licens utan den.',
      other: '# personer saknar användningsplats och kan inte få en licens utan den.',
    }),
  countrySet: 'Ange användningsplats',
  countryTitle: 'Ange användningsplats',
  countryIntro:
    'Microsoft 365 behöver veta i vilket land eller vilken region var och en använder produkten, eftersom alla produkter inte får användas överallt.',
  countryLabel: 'Land eller region',
  countryChoose: 'Välj land eller region',
  countryPeople: 'Personer utan användningsplats',
  countrySelect: (name) => `Välj ${name}`,
  countrySelectAll: 'Välj alla',
  countryWho: 'Användare',
  countryForever: 'Det går inte att ångra: en användningsplats kan ändras senare, men aldrig bli tom igen.',
  countrySum: (count, country) =>
    f.plural(count, { one: `# person får ${country}.`, other: `# personer får ${country}.` }),
  countryNoPeople: 'Välj minst en person.',
  countryNone: 'Välj land eller region först.',
  countryPermission:
    'Om organisationen inte har godkänt det än ber appen om behörighet att ändra användare (User.ReadWrite.All).',
});

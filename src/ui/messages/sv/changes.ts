import type { changes as english } from '../en/changes';
import type { Format } from '../format';

/** Words of the dialogs that move licenses to another product and that switch apps of a product on and off. */
export const changes = (f: Format): ReturnType<typeof english> => ({
  move: 'Flytta licenser',
  moveIntro: (product) =>
    `Välj produkten som ersätter ${product}. Båda ändringarna skickas i ett steg. Microsoft 365 kontrollerar också beroenden av och konflikter med andra produkter, och kan neka en del.`,
  moveNow: 'Flytta',
  target: 'Flytta till',
  chooseTarget: 'Välj en produkt',
  available: (product, seats) => `${product} (${seats})`,
  reading: 'Läser vad var och en har …',
  columnWhat: 'Vad som händer',
  moveList: 'Vad som händer med varje användare och grupp',
  finding: {
    'usage-location-missing': 'Användningsplats saknas. Ange först ett land för personen.',
    'details-unknown': 'Bara namnet kunde läsas. Microsoft 365 avgör.',
    'blocked-account': 'Kontot är blockerat: platsen tas men kan inte användas.',
    guest: 'Gäst från en annan organisation',
    'no-seat-left': 'Ingen plats finns kvar i den nya produkten. Behåller den gamla.',
    'group-not-licensable': 'Den här sortens grupp kan inte ha licenser.',
    'not-permitted': 'Din roll tillåter inte ändringen.',
    unreadable: 'Det gick inte att läsa vad personen eller gruppen har. Inget skickas.',
    'state-unknown': 'Det gick inte att läsa allt som personen har, så resultatet kan bli ett annat.',
  },
  moves: 'Flyttas',
  movesUnlessRefused: 'Flyttas, om inte Microsoft 365 nekar.',
  unlessRefused: 'Om inte Microsoft 365 nekar.',
  movesAndKeeps: (from, to, groups) =>
    `Får ${to}. Den direkta licensen för ${from} tas bort, men ${from} finns kvar genom ${f.list(groups)}.`,
  hasTarget: (from, to) => `Har redan ${to} och behåller den. Bara ${from} tas bort.`,
  hasTargetAndKeeps: (from, to, groups) =>
    `Har redan ${to} och behåller den. Den direkta licensen för ${from} tas bort, men ${from} finns kvar genom ${f.list(groups)}.`,
  hasTargetAndStays: (from, to, groups) =>
    `Har redan ${to}, och ${from} blir kvar: den kommer från ${f.list(groups)} och kan inte tas från personen.`,
  hasTargetAlone: (from, to) => `Har redan ${to} och har inte ${from} längre. Inget skickas.`,
  groupMoves: (from, to, { directUsers, gaining, keeping, lacking, losing, unsure, retaining, ...others }) =>
    `${f.plural(directUsers, { one: '# direkt medlem', other: '# direkta medlemmar' })}: ` +
    [
      `${f.plural(gaining, { other: '# får' })} ${to}`,
      ...(keeping > 0 ? [f.plural(keeping, { other: '# har den redan' })] : []),
      ...(losing > 0
        ? [
            `${f.plural(losing, { other: '# förlorar' })} ${from} och får inget, eftersom ingen licens finns kvar`,
          ]
        : []),
      ...(unsure > 0
        ? [
            `${f.plural(unsure, { other: '# får inget' })}, eftersom ingen licens finns kvar, och kan förlora ${from}`,
          ]
        : []),
      ...(lacking > losing + unsure
        ? [
            `${f.plural(lacking - losing - unsure, { other: '# får inget' })}, eftersom ingen licens finns kvar, men förlorar inget`,
          ]
        : []),
      ...(others.withheld ?? []).map(
        ({ people, products = [] }) =>
          `${f.plural(people, { other: '# får inget' })}, eftersom gruppen också ger ${f.list(products)}, ` +
          `som ${f.plural(people, { one: 'personen', other: 'de' })} inte kan få`,
      ),
    ].join(' · ') +
    (retaining > 0
      ? `. ${f.plural(retaining, { one: '# medlem behåller', other: '# medlemmar behåller' })} ${from}, som de har även på annat sätt`
      : '') +
    (others.areOthersUnknown
      ? '. Vad gruppen ger i övrigt kunde inte läsas, och Entra ger en medlem allt som gruppen har, eller inget'
      : ''),
  groupUnread: (to, directUsers) =>
    directUsers === undefined
      ? `Gruppens storlek är inte känd, så det går inte att säga hur många licenser av ${to} den tar.`
      : `${f.plural(directUsers, { one: '# direkt medlem', other: '# direkta medlemmar' })}: de som saknar ${to} får en licens, så långt de räcker`,
  goesWithGroup: (groups) => `Flyttas tillsammans med ${f.list(groups)}, som också är vald.`,
  sourceInherited: (from, groups) =>
    `Blir kvar: ${from} kommer från ${f.list(groups)} och kan inte tas från personen.`,
  sourceInError: (from, groups) =>
    `Fel, utan licens för ${from}: ${f.list(groups)} kunde inte ge den. Inget skickas.`,
  sourceNotHeld: (from) => `Har inte ${from} längre. Inget skickas.`,
  moveUnderstood: (from, to, { gaining, losing, isExact }) => {
    if (gaining === 0 && losing === 0)
      return `Jag förstår att personer flyttas från ${from} till ${to}, och att antalet inte är känt`;
    const least = isExact ? '' : 'minst ';
    const parts = [
      ...(gaining > 0
        ? [f.plural(gaining, { one: '# person får', other: '# personer får' }) + ` ${to}`]
        : []),
      ...(losing > 0
        ? [f.plural(losing, { one: '# person förlorar', other: '# personer förlorar' }) + ` ${from}`]
        : []),
    ].map((part) => least + part);
    return `Jag förstår att ${f.list(parts)}${isExact ? '' : ', och att de exakta antalen inte är kända'}`;
  },
  willMove: (count) => f.plural(count, { one: '# flyttas', other: '# flyttas' }),
  willOnlyLose: (count, from) => f.plural(count, { other: '# förlorar bara' }) + ` en licens för ${from}`,
  willStay: (count) => f.plural(count, { one: '# lämnas som den är', other: '# lämnas som de är' }),
  willGoAlong: (count) => f.plural(count, { other: '# flyttas med en grupp' }),
  cannotMove: (count) => f.plural(count, { one: '# kan inte flyttas', other: '# kan inte flyttas' }),
  seatsMissing: (seats) => f.plural(seats, { one: '# plats saknas', other: '# platser saknas' }),
  noneToMove: 'Inget av detta kan flyttas.',
  aGroup: 'en grupp',

  apps: 'Ändra appar',
  appsIntro: (product) =>
    `Slå på eller av appar och tjänster i ${product}. Det du lämnar som det är förblir olika från person till person.`,
  appsNow: 'Ändra',
  appChoices: 'Appar och tjänster',
  choice: { keep: 'Lämna som det är', on: 'På', off: 'Av' },
  onNow: (on, all) => `På för ${f.number(on)} av ${f.number(all)}`,
  appsList: 'Appar för varje användare och grupp efter ändringen',
  columnApps: 'Efter ändringen',
  allOn: 'Alla appar på',
  appsOff: (names) => `Av: ${f.list(names)}`,
  noneOn: 'För några skulle ingen app vara på. Låt minst en vara på.',
  willChange: (count) => f.plural(count, { one: '# ändras', other: '# ändras' }),
  appsUnderstood: (count, product, isExact) =>
    count === 0 && !isExact
      ? `Jag förstår att appar i ${product} ändras, och att det inte är känt för hur många`
      : (isExact
          ? f.plural(count, {
              one: 'Jag förstår att apparna ändras för # person',
              other: 'Jag förstår att apparna ändras för # personer',
            })
          : f.plural(count, {
              one: 'Jag förstår att apparna ändras för minst # person',
              other: 'Jag förstår att apparna ändras för minst # personer',
            })) +
        ` i ${product}` +
        (isExact ? '' : ', och att det exakta antalet inte är känt'),
  appsStay: (count) => f.plural(count, { one: '# lämnas som den är', other: '# lämnas som de är' }),
  appsUnread: (count) => f.plural(count, { other: '# gick inte att läsa' }),
  noneToChange: 'Inget ändras med det här valet.',

  reasonNoTarget: 'Ingen annan produkt i organisationen kan tilldelas.',
  reasonNoApps: 'Produkten har inga appar eller tjänster som kan slås på eller av.',
});

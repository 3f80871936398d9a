import type { changes as english } from '../en/changes';
import type { Format } from '../format';

/** Words of the dialogs that move licenses to another product, and that turn a product's apps on or off. */
export const changes = (f: Format): ReturnType<typeof english> => ({
  move: 'Flytta licenser',
  moveIntro: (product, isOneStep) =>
    [
      `Välj produkten som ersätter ${product}.`,
      ...(isOneStep === undefined
        ? []
        : [
            isOneStep
              ? 'Båda ändringarna görs i ett steg.'
              : 'Den nya licensen tilldelas först, sedan tas den gamla bort. Om en av dem inte går att göra ångras den andra. Om inte heller det går visar jobbet vilka som är halvklara.',
          ]),
      'Microsoft 365 kontrollerar också beroenden av och konflikter med andra produkter, och kan neka vissa ändringar.',
    ].join(' '),
  moveNow: 'Flytta',
  target: 'Flytta till',
  chooseTarget: 'Välj en produkt',
  available: (product, seats) => `${product} (${seats})`,
  reading: 'Kontrollerar licenser …',
  columnWhat: 'Vad som händer',
  moveList: 'Vad som händer med varje användare och grupp',
  finding: {
    'usage-location-missing': 'Användningsplats saknas. Ange först ett land för personen.',
    'details-unknown': 'Bara namnet kunde läsas. Microsoft 365 avgör.',
    'blocked-account': 'Kontot är blockerat. Det tar en licens men kan inte använda den.',
    guest: 'Gäst från en annan organisation',
    'no-seat-left': 'Den nya produkten har inga licenser kvar. Behåller den gamla.',
    'group-not-licensable': 'Licenser kan inte tilldelas den här typen av grupp.',
    'only-for-people': 'Den nya produktens licenser är bara för personer.',
    'only-for-groups': 'Den nya produktens licenser är bara för grupper.',
    'only-buyer-assigns': 'Bara personen som köpte den nya produkten kan tilldela dess licenser.',
    'not-permitted': 'Din roll tillåter inte ändringen.',
    unreadable: 'Det gick inte att läsa personens eller gruppens licenser. Inget skickas.',
    'state-unknown': 'Det gick inte att läsa alla personens licenser, så resultatet kan bli ett annat.',
  },
  moves: 'Flyttas',
  movesUnlessRefused: 'Flyttas, om inte Microsoft 365 nekar.',
  unlessRefused: 'Om inte Microsoft 365 nekar.',
  movesAndKeeps: (from, to, groups) =>
    `Får ${to}. Förlorar den direkta licensen för ${from} men behåller ${from} via ${f.list(groups)}.`,
  hasTarget: (from, to) => `Har redan ${to} och behåller den. Bara ${from} tas bort.`,
  hasTargetAndKeeps: (from, to, groups) =>
    `Har redan ${to} och behåller den. Förlorar den direkta licensen för ${from} men behåller ${from} via ${f.list(groups)}.`,
  hasTargetAndStays: (from, to, groups) =>
    `Har redan ${to} och behåller ${from}, eftersom den ärvs från ${f.list(groups)}.`,
  hasTargetAlone: (from, to) => `Har redan ${to} och har inte ${from} längre. Inget skickas.`,
  groupMoves: (
    from,
    to,
    { directUsers, gaining, keeping, lacking, isWaiting, losing, unsure, retaining, ...others },
  ) =>
    `${f.plural(directUsers, { one: '# direkt medlem', other: '# direkta medlemmar' })}: ` +
    [
      `${f.plural(gaining, { other: '# får' })} ${to}`,
      ...(keeping > 0 ? [f.plural(keeping, { other: '# har den redan' })] : []),
      ...(losing > 0
        ? [
            `${f.plural(losing, { other: '# förlorar' })} ${from} och ` +
              (isWaiting
                ? `väntar på en licens för ${to}, eftersom inga finns kvar`
                : 'får inget, eftersom inga licenser finns kvar'),
          ]
        : []),
      ...(unsure > 0
        ? [
            (isWaiting
              ? `${f.plural(unsure, { other: '# väntar' })} på en licens för ${to}`
              : `${f.plural(unsure, { other: '# får inget' })}, eftersom inga licenser finns kvar,`) +
              ` och kan förlora ${from}`,
          ]
        : []),
      ...(lacking > losing + unsure
        ? [
            isWaiting
              ? `${f.plural(lacking - losing - unsure, { other: '# väntar' })} på en licens för ${to} men förlorar inget`
              : `${f.plural(lacking - losing - unsure, { other: '# får inget' })}, eftersom inga licenser finns kvar, men förlorar inget`,
          ]
        : []),
      ...(others.withheld ?? []).map(
        ({ people, products = [] }) =>
          `${f.plural(people, { other: '# får inget' })}, eftersom gruppen också tilldelar ${f.list(products)}, ` +
          `som ${f.plural(people, { one: 'personen', other: 'de' })} inte kan få`,
      ),
    ].join(' · ') +
    (retaining > 0
      ? `. ${f.plural(retaining, { one: '# medlem behåller', other: '# medlemmar behåller' })} ${from}, som de har även på annat sätt`
      : '') +
    (others.areOthersUnknown
      ? '. Gruppens övriga licenser kunde inte läsas, och Microsoft Entra tilldelar en medlem alla gruppens licenser, eller ingen'
      : ''),
  groupUnread: (to, directUsers) =>
    directUsers === undefined
      ? `Vi vet inte hur stor gruppen är eller hur många licenser för ${to} den tar.`
      : `${f.plural(directUsers, { one: '# direkt medlem', other: '# direkta medlemmar' })}: de som saknar ${to} får en licens så länge det finns licenser kvar`,
  goesWithGroup: (groups) => `Flyttas tillsammans med ${f.list(groups)}, som du också har valt.`,
  sourceInherited: (from, groups) => `Behåller ${from}, eftersom den ärvs från ${f.list(groups)}.`,
  sourceInError: (from, groups) =>
    `Fel, utan licens för ${from}. ${f.list(groups)} kunde inte tilldela den. Inget skickas.`,
  sourceNotHeld: (from) => `Har inte ${from} längre. Inget skickas.`,
  moveUnderstood: (from, to, { gaining, losing, isExact }) => {
    if (gaining === 0 && losing === 0)
      return `Jag förstår att personer flyttas från ${from} till ${to}, och att antalet är okänt`;
    const least = isExact ? '' : 'minst ';
    const parts = [
      ...(gaining > 0
        ? [f.plural(gaining, { one: '# person får', other: '# personer får' }) + ` ${to}`]
        : []),
      ...(losing > 0
        ? [f.plural(losing, { one: '# person förlorar', other: '# personer förlorar' }) + ` ${from}`]
        : []),
    ].map((part) => least + part);
    return `Jag förstår att ${f.list(parts)}${isExact ? '' : ', och att de exakta antalen är okända'}`;
  },
  willMove: (count) => f.plural(count, { one: '# flyttas', other: '# flyttas' }),
  willOnlyLose: (count, from) => f.plural(count, { other: '# förlorar bara' }) + ` en licens för ${from}`,
  willStay: (count) => f.plural(count, { one: '# lämnas som den är', other: '# lämnas som de är' }),
  willGoAlong: (count) => f.plural(count, { other: '# flyttas med en grupp' }),
  cannotMove: (count) => f.plural(count, { one: '# kan inte flyttas', other: '# kan inte flyttas' }),
  seatsMissing: (seats) => f.plural(seats, { one: '# licens saknas', other: '# licenser saknas' }),
  noneToMove: 'Inget i urvalet kan flyttas.',
  aGroup: 'en grupp',

  apps: 'Ändra appar',
  appsIntro: (product) =>
    `Aktivera eller inaktivera appar och tjänster i ${product}. Det du lämnar som det är förblir olika för olika personer.`,
  appsNow: 'Ändra',
  changeFor: (who) => `för ${who}`,
  appChoices: 'Appar och tjänster',
  choice: { keep: 'Lämna som det är', on: 'På', off: 'Av' },
  onNow: (on, all) => `På för ${f.number(on)} av ${f.number(all)}`,
  appsList: 'Appar för varje användare och grupp efter ändringen',
  columnApps: 'Efter ändringen',
  allOn: 'Alla appar på',
  appsOff: (names) => `Av: ${f.list(names)}`,
  noneOn: 'Några personer skulle inte ha någon app på. Låt minst en vara på.',
  willChange: (count) => f.plural(count, { one: '# ändras', other: '# ändras' }),
  appsUnderstood: (count, product, isExact) =>
    count === 0 && !isExact
      ? `Jag förstår att appar i ${product} ändras, och att antalet personer är okänt`
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
        (isExact ? '' : ', och att det exakta antalet är okänt'),
  appsStay: (count) => f.plural(count, { one: '# lämnas som den är', other: '# lämnas som de är' }),
  appsUnread: (count) => f.plural(count, { other: '# gick inte att läsa' }),
  noneToChange: 'Inget ändras med det här valet.',

  reasonNoTarget: 'Ingen annan produkt i organisationen kan tilldelas.',
  reasonNoApps: 'Produkten har inga appar eller tjänster som kan aktiveras eller inaktiveras.',
});

import type { preflight as english } from '../../en/assign/preflight';
import type { Format } from '../../format';

/** Words for the effect of an assignment on each user and group of the list. */
export const preflight = (f: Format): ReturnType<typeof english> => ({
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
});

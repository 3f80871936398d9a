import type { preflight as english } from '../../en/assign/preflight';
import type { Format } from '../../format';

/** Words for the effect of an assignment on each user and group of the list. */
export const preflight = (f: Format): ReturnType<typeof english> => ({
  finding: {
    'gets-seat': 'Får en licens',
    'has-already': 'Har den redan',
    'has-through-group': 'Har den via en grupp',
    'state-unknown': 'Kan redan ha den: det gick inte att läsa tillståndet',
    unreadable: 'Det gick inte att läsa personens eller gruppens licenser. Inget skickas.',
    'usage-location-missing': 'Användningsplats saknas. Ange först ett land för personen.',
    'details-unknown': 'Bara namnet kunde läsas. Microsoft 365 avgör.',
    'blocked-account': 'Kontot är blockerat. Det tar en licens men kan inte använda den.',
    guest: 'Gäst från en annan organisation',
    'no-seat-left': 'Inga licenser kvar',
    'group-gains': 'Gruppmedlemmar',
    'group-members': 'Gruppmedlemmar',
    'group-size-unknown':
      'Vi vet inte hur stor gruppen är eller hur många licenser den tar. Varje direkt medlem utan produkten får en så länge det finns licenser kvar.',
    'group-not-licensable':
      'Licenser kan inte tilldelas den här typen av grupp. Den måste vara säkerhetsaktiverad.',
    'only-for-people': 'Prenumerationens licenser är bara för personer. Välj en annan i alternativen.',
    'only-for-groups': 'Prenumerationens licenser är bara för grupper. Välj en annan i alternativen.',
    'only-buyer-assigns': 'Bara personen som köpte prenumerationen kan tilldela dess licenser.',
    'role-assignable-group':
      'Gruppen kan tilldelas roller. Bara en global administratör eller administratör för privilegierade roller kan tilldela den licenser.',
    'not-permitted': 'Din roll gäller bara grupper',
  },
  findingOf: (products, text) => `${f.list(products)}: ${text}`,
  findingHasVia: (groups) => `Har redan licens via ${f.list(groups)}`,
  findingHasAlready: 'Har redan licens',
  findingStateUnknownOf: (products) => `Kan redan ha ${f.list(products)}: det gick inte att läsa tillståndet`,
  findingKeeps: (product) => `Har redan ${product} och behåller den`,
  findingKeepsVia: (product, groups) => `Har ${product} via ${f.list(groups)} och behåller den`,
  findingGets: (products) => `Får ${f.list(products)}`,
  findingNoSeatOf: (products, withheld) =>
    `Inga licenser kvar för ${f.list(products)}` +
    (withheld.length > 0 ? `, så ${f.list(withheld)} tilldelas inte heller` : ''),
  findingMayLackSeat: (products, withheld) =>
    `Det finns kanske inga licenser kvar för ${f.list(products)}` +
    (withheld.length > 0 ? `. Då tilldelas inte heller ${f.list(withheld)}` : ''),
  findingMayLack: 'Det finns kanske inga licenser kvar',
  findingSizeUnknownOf: (products) =>
    `Vi vet inte hur stor gruppen är eller hur många licenser för ${f.list(products)} den tar.`,
  findingGains: ({ directUsers, gains, keeping, unread = 0, lacking, waiting = [] }) =>
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
              `${f.plural(people, { other: '# får inget' })}, eftersom inga licenser ` +
              `${products ? `för ${f.list(products)} ` : ''}finns kvar`,
          ),
          ...waiting.map(
            ({ people, products }) =>
              `${f.plural(people, { other: '# väntar' })} på en licens` +
              `${products ? ` för ${f.list(products)}` : ''}, eftersom inga finns kvar`,
          ),
        ].join(' · '),
  findingWithheld: (people, products) =>
    f.plural(people, { other: '# får inget' }) +
    `, eftersom gruppen också tilldelar ${f.list(products)}, som ${f.plural(people, { one: 'personen', other: 'de' })} inte kan få. ` +
    'Microsoft Entra tilldelar en medlem alla gruppens licenser, eller ingen',
  findingOthersUnknown:
    'Det gick inte att läsa gruppens övriga licenser, och Microsoft Entra tilldelar en medlem alla gruppens licenser, eller ingen',
  findingRefused: (people, products) =>
    f.plural(people, { other: '# får inget' }) +
    `: en annan grupp har redan misslyckats med att tilldela dem ${products ? f.list(products) : 'produkten'}`,
  findingMayBeRefused: (isShort) =>
    'Microsoft 365 kontrollerar också beroenden av och konflikter med andra produkter, så färre personer kan få den' +
    (isShort ? ', och en licens kan bli över till andra' : ''),
  findingMembersOf: (users, products) =>
    `${f.plural(users, { one: '# direkt medlem: får', other: '# direkta medlemmar: var och en får' })} ` +
    `det som saknas av ${f.list(products)}`,
  findingShortOf: (users, products, isWaiting) =>
    `${f.plural(users, { one: '# direkt medlem', other: '# direkta medlemmar' })}: ` +
    `licenserna för ${f.list(products)} räcker kanske inte. ` +
    (isWaiting
      ? 'Medlemmar som inte får någon väntar på en.'
      : 'Microsoft Entra tilldelar en medlem alla gruppens licenser, eller ingen.'),
  findingMembers: (users) =>
    f.plural(users, {
      one: '# direkt medlem får en licens',
      other: '# direkta medlemmar: de som saknar produkten får en licens',
    }),
  findingShort: (users, isWaiting) =>
    f.plural(users, {
      one: '# direkt medlem, men inga licenser finns kvar',
      other: '# direkta medlemmar: licenserna räcker kanske inte till dem som saknar produkten',
    }) + (isWaiting ? '. Medlemmar som inte får någon väntar på en' : ''),
  findingNested: (groups) =>
    f.plural(groups, {
      one: '# grupp i gruppen: dess medlemmar får inget',
      other: '# grupper i gruppen: deras medlemmar får inget',
    }),
  result: { send: 'Redo', risk: 'Kontrollera först', skip: 'Behövs inte', stop: 'Kan inte tilldelas' },
});

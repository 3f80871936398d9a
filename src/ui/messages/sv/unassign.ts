import type { unassign as english } from '../en/unassign';
import type { Format } from '../format';

/** Words of the unassign dialog. */
export const unassign = (f: Format): ReturnType<typeof english> => ({
  title: 'Ta bort licenser',
  intro: (product) => `Se vad som händer med var och en innan du tar bort ${product}.`,
  remove: 'Ta bort',
  list: 'Vad som händer med varje användare och grupp',
  reading: 'Läser vad var och en har …',
  columnConsequence: 'Vad som händer',

  freesSeat: 'Förlorar licensen. Platsen blir ledig.',
  freesClosedSeat: 'Förlorar licensen. Ingen plats kan användas igen, eftersom produkten inte fungerar nu.',
  losesUnlisted: 'Förlorar licensen, om inte Microsoft 365 nekar det.',
  mayFreeSeat:
    'Förlorar den direkta licensen. Det gick inte att läsa allt som personen har, så det är inte känt om en plats blir ledig.',
  removesError: 'Förlorar licensen, som inte fungerar. Ingen plats blir ledig.',
  keepsThroughGroup: (groups) =>
    `Den direkta licensen tas bort, men produkten finns kvar genom ${f.list(groups)}. Ingen plats blir ledig.`,
  staysInherited: (groups) =>
    `Blir kvar: licensen kommer från ${f.list(groups)} och kan inte tas från personen. Ta bort den från gruppen, eller ta personen ur gruppen.`,
  goesWithGroup: (groups) => `Förlorar licensen tillsammans med ${f.list(groups)}, som också är vald.`,
  mayGoWithGroup: (groups) =>
    `Förlorar det som kommer genom ${f.list(groups)}, som också är vald. Det gick inte att läsa om produkten finns kvar på annat sätt.`,
  unreadable: 'Det gick inte att läsa vad personen eller gruppen har. Inget skickas.',
  inError: (groups, goesAlong) =>
    goesAlong
      ? `Fel, utan licens. Det som kommer genom ${f.list(groups)}, som också är vald, försvinner samtidigt.`
      : `Fel, utan licens: ${f.list(groups)} kunde inte ge den. Inget skickas.`,
  alsoGives: (group, products) => `${group} ger också ${f.list(products)}.`,
  otherProducts: (count) => f.plural(count, { one: '# annan produkt', other: '# andra produkter' }),
  membersLose: (members) =>
    members === undefined
      ? 'Gruppens medlemmar förlorar produkten, om de inte har den på annat sätt. Hur många är inte känt.'
      : f.plural(members, {
          one: '# medlem i gruppen förlorar produkten, om hen inte har den på annat sätt.',
          other: '# medlemmar i gruppen förlorar produkten, om de inte har den på annat sätt.',
        }),
  membersLoseExactly: ({ losing, keeping }) =>
    [
      losing === 0
        ? 'Ingen medlem i gruppen förlorar produkten.'
        : f.plural(losing, {
            one: '# medlem i gruppen förlorar produkten.',
            other: '# medlemmar i gruppen förlorar produkten.',
          }),
      ...(keeping > 0
        ? [
            f.plural(keeping, {
              one: '# behåller den på annat sätt.',
              other: '# behåller den på annat sätt.',
            }),
          ]
        : []),
    ].join(' '),
  notPermitted: 'Din roll tillåter inte ändringen.',
  nothingHeld: 'Har inte produkten längre. Inget skickas.',
  aGroup: 'en grupp',

  breakdown: (selected, parts) => {
    const words = [
      ...(parts.direct > 0 ? [`${f.number(parts.direct)} med direkt licens`] : []),
      ...(parts.throughGroup > 0 ? [`${f.number(parts.throughGroup)} genom en grupp`] : []),
      ...(parts.inError > 0 ? [`${f.number(parts.inError)} med fel, utan licens`] : []),
      ...(parts.nothingHeld > 0 ? [`${f.number(parts.nothingHeld)} utan produkten`] : []),
      ...(parts.unreadable > 0 ? [`${f.number(parts.unreadable)} som inte gick att läsa`] : []),
      ...(parts.notPermitted > 0 ? [`${f.number(parts.notPermitted)} som din roll inte omfattar`] : []),
      ...(parts.groups > 0 ? [f.plural(parts.groups, { one: '# grupp', other: '# grupper' })] : []),
    ];
    return `${f.number(selected)} valda: ${words.join(' · ')}`;
  },
  understood: (product, count, isExact) =>
    isExact
      ? f.plural(count, {
          one: `Jag förstår att # person förlorar ${product}`,
          other: `Jag förstår att # personer förlorar ${product}`,
        })
      : f.plural(count, {
          one: `Jag förstår att minst # person förlorar ${product}, och att det exakta antalet inte är känt`,
          other: `Jag förstår att minst # personer förlorar ${product}, och att det exakta antalet inte är känt`,
        }),
  understoodUnknown: (product) =>
    `Jag förstår att personer förlorar ${product}, och att det inte är känt hur många`,
  willSend: (count) => f.plural(count, { one: '# tas bort', other: '# tas bort' }),
  willGoAlong: (count) =>
    f.plural(count, { one: '# förlorar den med en grupp', other: '# förlorar den med en grupp' }),
  willStay: (count) => f.plural(count, { one: '# lämnas som den är', other: '# lämnas som de är' }),
  willFree: (count) => f.plural(count, { one: '# plats blir ledig', other: '# platser blir lediga' }),
  willFreeAtLeast: (count) =>
    f.plural(count, { one: 'minst # plats blir ledig', other: 'minst # platser blir lediga' }),
  freedUnusable: 'ingen plats kan användas igen, eftersom produkten inte fungerar nu',
  willBeUnread: (count) => f.plural(count, { other: '# gick inte att läsa' }),
  freedUnknown: 'hur många platser som blir lediga är inte känt',
  nothingToSend: 'Inget av detta kan tas bort här.',
});

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
  removesError: 'Förlorar licensen, som inte fungerar. Ingen plats blir ledig.',
  keepsThroughGroup: (groups) =>
    `Den direkta licensen tas bort, men produkten finns kvar genom ${f.list(groups)}. Ingen plats blir ledig.`,
  staysInherited: (groups) =>
    `Blir kvar: licensen kommer från ${f.list(groups)} och kan inte tas från personen. Ta bort den från gruppen, eller ta personen ur gruppen.`,
  goesWithGroup: (groups) => `Förlorar licensen tillsammans med ${f.list(groups)}, som också är vald.`,
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

  willSend: (count) => f.plural(count, { one: '# tas bort', other: '# tas bort' }),
  willGoAlong: (count) =>
    f.plural(count, { one: '# förlorar den med en grupp', other: '# förlorar den med en grupp' }),
  willStay: (count) => f.plural(count, { one: '# lämnas som den är', other: '# lämnas som de är' }),
  willFree: (count) => f.plural(count, { one: '# plats blir ledig', other: '# platser blir lediga' }),
  willFreeAtLeast: (count) =>
    f.plural(count, { one: 'minst # plats blir ledig', other: 'minst # platser blir lediga' }),
  freedUnknown: 'hur många platser som blir lediga är inte känt',
  nothingToSend: 'Inget av detta kan tas bort här.',
});

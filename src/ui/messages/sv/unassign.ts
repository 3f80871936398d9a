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
  keepsThroughGroup: (groups) =>
    `Den direkta licensen tas bort, men produkten finns kvar genom ${f.list(groups)}. Ingen plats blir ledig.`,
  staysInherited: (groups) =>
    `Blir kvar: licensen kommer från ${f.list(groups)} och kan inte tas från personen. Ta bort den från gruppen, eller ta personen ur gruppen.`,
  alsoGives: (group, products) => `${group} ger också ${f.list(products)}.`,
  otherProducts: (count) => f.plural(count, { one: '# annan produkt', other: '# andra produkter' }),
  membersLose: (members) =>
    members === undefined
      ? 'Gruppens medlemmar förlorar produkten, om de inte har den på annat sätt.'
      : f.plural(members, {
          one: '# medlem i gruppen förlorar produkten, om hen inte har den på annat sätt.',
          other: '# medlemmar i gruppen förlorar produkten, om de inte har den på annat sätt.',
        }),
  notPermitted: 'Din roll tillåter inte ändringen.',
  nothingHeld: 'Har inte produkten längre. Inget skickas.',
  aGroup: 'en grupp',

  willSend: (count) => f.plural(count, { one: '# tas bort', other: '# tas bort' }),
  willStay: (count) => f.plural(count, { one: '# lämnas som den är', other: '# lämnas som de är' }),
  willFree: (count) => f.plural(count, { one: '# plats blir ledig', other: '# platser blir lediga' }),
  nothingToSend: 'Inget av detta kan tas bort här.',
});

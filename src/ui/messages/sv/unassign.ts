import type { unassign as english } from '../en/unassign';
import type { Format } from '../format';

/** Words of the unassign dialog. */
export const unassign = (f: Format): ReturnType<typeof english> => ({
  title: 'Ta bort licenser',
  intro: (product) =>
    `Kontrollera vad som händer med varje användare och grupp innan du tar bort ${product}.`,
  remove: 'Ta bort',
  removeFrom: (who) => `från ${who}`,
  list: 'Vad som händer med varje användare och grupp',
  reading: 'Kontrollerar licenser …',
  columnConsequence: 'Vad som händer',

  freesSeat: 'Förlorar licensen, som blir ledig.',
  freesSeats: (count) => `Förlorar produkten med alla sina ${f.number(count)} licenser, som blir lediga.`,
  freesClosedSeat: 'Förlorar licensen. Den kan inte användas igen, eftersom produkten inte fungerar nu.',
  losesUnlisted: 'Förlorar licensen, om inte Microsoft 365 nekar det.',
  mayFreeSeat:
    'Förlorar den direkta licensen. Det gick inte att läsa alla personens licenser, så vi vet inte om en licens blir ledig.',
  removesError: 'Förlorar licensen, som inte fungerar. Ingen licens blir ledig.',
  keepsThroughGroup: (groups) =>
    `Förlorar den direkta licensen men behåller produkten via ${f.list(groups)}. Ingen licens blir ledig.`,
  keepsAndFrees: (groups, count) =>
    `Förlorar den direkta licensen men behåller produkten via ${f.list(groups)}. ` +
    f.plural(count, { one: '# licens blir ledig.', other: '# licenser blir lediga.' }),
  staysInherited: (groups) =>
    `Behåller licensen, eftersom den ärvs från ${f.list(groups)}. Ta bort licensen från gruppen, eller personen från gruppen.`,
  goesWithGroup: (groups) => `Förlorar licensen tillsammans med ${f.list(groups)}, som du också har valt.`,
  mayGoWithGroup: (groups) =>
    `Förlorar licensen som ärvs från ${f.list(groups)}, som du också har valt. Det gick inte att läsa om personen har den på annat sätt.`,
  unreadable: 'Det gick inte att läsa personens eller gruppens licenser. Inget skickas.',
  inError: (groups, goesAlong) =>
    goesAlong
      ? `Fel, utan licens. Tilldelningen via ${f.list(groups)}, som du också har valt, tas bort.`
      : `Fel, utan licens. ${f.list(groups)} kunde inte tilldela den. Inget skickas.`,
  alsoGives: (group, products) => `${group} tilldelar också ${f.list(products)}.`,
  otherProducts: (count) => f.plural(count, { one: '# annan produkt', other: '# andra produkter' }),
  membersLose: (members) =>
    members === undefined
      ? 'Gruppens medlemmar förlorar produkten, om de inte har den på annat sätt. Vi vet inte hur många.'
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

  leaveTitle: 'Ärvda licenser',
  leave: (group, people) =>
    f.plural(people, {
      one: `Ta bort från ${group} (# person)`,
      other: `Ta bort från ${group} (# personer)`,
    }),
  leaveGroup: (group) => `Ta bort från ${group}`,
  leaveReading: 'Läser gruppen …',
  leaveUnknown: 'Det gick inte att läsa gruppen, så personer kan inte tas bort från den här.',
  leaveNested:
    'Personen är med via en annan grupp. Ändra den gruppens medlemmar i administrationscentret för Microsoft Entra.',
  leavesTeam:
    'Det är ett team i Microsoft Teams. Den som lämnar det förlorar åtkomsten till teamets kanaler och filer.',
  cannotLeave: {
    dynamic:
      'Det här är en dynamisk grupp. En regel avgör vilka som är med, så ändra regeln eller personens egenskaper.',
    synced: 'Gruppen synkroniseras från er lokala katalog. Ändra medlemmarna där.',
    'mail-enabled': 'Ändra medlemmarna i den e-postaktiverade gruppen i administrationscentret för Exchange.',
    'role-assignable':
      'Roller kan tilldelas till gruppen, och medlemmarna har dem. Ändra medlemmarna i administrationscentret för Microsoft Entra.',
    role: 'Din roll kan inte ändra medlemmar i grupper. En användaradministratör eller gruppadministratör kan göra det.',
  },
  leavesGroups: (groups, fate) => {
    const leaving = `Lämnar ${f.list(groups)}`;
    switch (fate) {
      case 'lost':
        return `${leaving} och förlorar licensen, som blir ledig.`;
      case 'kept':
        return `${leaving}, men behåller licensen.`;
      case 'unknown':
        return `${leaving}. Det är inte känt om personen behåller licensen på något annat sätt.`;
      case undefined:
        return `${leaving}. Licensen fungerar inte, så ingen licens blir ledig.`;
    }
  },
  keepsThrough: (groups) => `Behåller licensen via ${f.list(groups)}.`,

  breakdown: (selected, parts) => {
    const words = [
      ...(parts.direct > 0 ? [`${f.number(parts.direct)} med direkt licens`] : []),
      ...(parts.throughGroup > 0 ? [`${f.number(parts.throughGroup)} via en grupp`] : []),
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
          one: `Jag förstår att minst # person förlorar ${product}, och att det exakta antalet är okänt`,
          other: `Jag förstår att minst # personer förlorar ${product}, och att det exakta antalet är okänt`,
        }),
  understoodUnknown: (product) => `Jag förstår att personer förlorar ${product}, och att antalet är okänt`,
  willSend: (count) => f.plural(count, { one: '# tas bort', other: '# tas bort' }),
  willGoAlong: (count) =>
    f.plural(count, {
      one: '# förlorar den tillsammans med en grupp',
      other: '# förlorar den tillsammans med en grupp',
    }),
  willStay: (count) => f.plural(count, { one: '# lämnas som den är', other: '# lämnas som de är' }),
  willFree: (count) => f.plural(count, { one: '# licens blir ledig', other: '# licenser blir lediga' }),
  willFreeAtLeast: (count) =>
    f.plural(count, { one: 'minst # licens blir ledig', other: 'minst # licenser blir lediga' }),
  freedUnusable: 'ingen licens kan användas igen, eftersom produkten inte fungerar nu',
  willBeUnread: (count) => f.plural(count, { other: '# gick inte att läsa' }),
  freedUnknown: 'antalet licenser som blir lediga är okänt',
  severalQuestion: (count) =>
    f.plural(count, {
      one: '# person har licenser från mer än en prenumeration. Vad vill du göra?',
      other: '# personer har licenser från mer än en prenumeration. Vad vill du göra?',
    }),
  freeOne: (hasOthers) =>
    hasOthers
      ? 'Frigör en licens och behåll produkten. Alla andra som är valda lämnas som de är.'
      : 'Frigör en licens och behåll produkten',
  removeAll: (hasOthers) =>
    hasOthers
      ? 'Ta bort produkten från alla som är valda, med alla licenser'
      : 'Ta bort produkten med alla licenser',
  freeFrom: 'Prenumeration som licensen frigörs från',
  freeFromNote: 'Där inget kan frigöras från den frigörs en licens från en annan prenumeration.',
  freesOne: (subscription) => `Behåller produkten och lämnar tillbaka en licens: ${subscription}.`,
  noSecondSeat: 'Lämnas som den är, eftersom det inte finns någon andra licens att frigöra.',
  free: 'Frigör licenser',
  freeOf: (who) => `hos ${who}`,
  freedInClosed: (count) =>
    f.plural(count, {
      one: '# licens kan inte användas igen, eftersom prenumerationen inte fungerar nu',
      other: '# licenser kan inte användas igen, eftersom prenumerationen inte fungerar nu',
    }),
  willKeep: (count) =>
    f.plural(count, { one: '# person behåller produkten', other: '# personer behåller produkten' }),
  nothingToSend: 'Ingen av licenserna kan tas bort här.',
});

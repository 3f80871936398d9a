import type { people as english } from '../en/people';
import type { Format } from '../format';

/** Words of the search for people and of a person's page. */
export const people = (f: Format): ReturnType<typeof english> => ({
  searchLabel: 'Sök efter personer',
  searchHint: 'Namn eller e-postadress',
  startTitle: 'Hitta en person',
  startText: 'Skriv minst två bokstäver i ett namn eller en adress för att se vilka licenser en person har.',
  noneTitle: 'Inga personer hittades',
  noneText: 'Kontrollera stavningen eller sök efter e-postadressen.',
  results: 'Personer som hittades',
  found: (count) => f.plural(count, { one: '# person hittades', other: '# personer hittades' }),
  firstOnly: (count) => `De första ${f.number(count)} visas. Skriv mer av namnet för att hitta någon annan.`,
  searching: 'Söker…',
  columnPerson: 'Person',
  columnWork: 'Titel och avdelning',
  columnHolds: 'Licenser',
  holdsNone: 'Inga',
  holds: (names, more) => (more > 0 ? `${names.join(', ')} och ${f.number(more)} till` : names.join(', ')),
  holdsUnread: 'Vi kunde inte läsa alla licenser',

  openPage: 'Öppna sidan',
  back: 'Tillbaka till Personer',
  notFoundTitle: 'Vi hittade inte personen',
  notFoundText: 'Kontot kan ha tagits bort, eller så är länken gammal.',
  searchPeople: 'Sök efter personer',
  usageLocation: (country) => `Användningsplats: ${country}`,
  noUsageLocation: 'Ingen användningsplats',
  licenses: (count) => f.plural(count, { one: '# licens', other: '# licenser' }),
  gridOf: (name) => `Licenser för ${name}`,
  columnProduct: 'Produkt',
  columnBy: 'Av',
  byOf: (name) => `Av ${name}`,
  byGroup: (name) => `Tillagd i gruppen av ${name}`,
  byNotInLog: 'Finns inte i granskningsloggen',
  noneLicensesTitle: 'Inga licenser',
  noneLicensesText: 'Personen har inga licenser för produkterna i appen.',
  sameSeat: 'Andra vägen till samma licens',
  secondSeat: 'Använder en andra licens',
  subscriptionOf: (place, count) => `Prenumeration ${f.number(place)} av ${f.number(count)}`,
  showMicrosoft: (count) =>
    f.plural(count, { one: 'Visa # Microsoft-produkt', other: 'Visa # Microsoft-produkter' }),
  hideMicrosoft: 'Dölj Microsoft-produkter',
  microsoftList: 'Microsoft-produkter',

  showBy: 'Visa vem som tilldelade',
  showByText: 'Vem som tilldelade en licens finns i granskningsloggen, som kräver en behörighet till.',
  byForbidden:
    'Din roll får inte läsa granskningsloggen, så vi kan inte visa vem som tilldelade licenserna. En Global läsare, Rapportläsare eller Säkerhetsläsare kan se det.',
  byNeedsPremium: 'Organisationen behöver Microsoft Entra ID P1 för att visa vem som tilldelade licenserna.',
  byUnread: 'Vi kunde inte läsa granskningsloggen, så vi visar inte vem som tilldelade licenserna.',
  byPartial: 'Vi läste bara den nyaste delen av granskningsloggen.',
  byNote:
    'Granskningsloggen går 7 eller 30 dagar tillbaka, beroende på din plan. Nya poster kommer efter några minuter.',

  unassignOf: (product) => `Ta bort ${product}`,
  moveOf: (product) => `Flytta ${product}`,
  columnActions: 'Åtgärder',

  removeAll: 'Ta bort allt',
  removeIntro: (name) =>
    `Kontrollera vad som händer innan du tar bort licenserna för ${name}. Ett jobb tar bort dem, och du kan ångra det. Direkta licenser för Microsoft-produkter finns kvar.`,
  removeList: 'Vad som händer med varje produkt',
  removeApart:
    'Produkter som inte längre kan tilldelas är inte markerade: Microsoft 365 kan neka att ta bort dem, och då hela ändringen. De kan inte ges tillbaka när du ångrar.',
  removeKeepsDirect: 'Behåller den direkta licensen.',
  removeSum: ({ removed, left, staying }) =>
    [
      ...(removed > 0 || left === 0
        ? [f.plural(removed, { one: '# direkt licens tas bort', other: '# direkta licenser tas bort' })]
        : []),
      ...(left > 0 ? [f.plural(left, { one: 'lämnar # grupp', other: 'lämnar # grupper' })] : []),
      ...(staying > 0 ? [f.plural(staying, { one: '# blir kvar', other: '# blir kvar' })] : []),
    ].join(' · '),
  selectProduct: 'Markera minst en produkt.',
  selectRemoval: 'Markera minst en produkt eller grupp.',
  reasonNothing: 'Personen har ingen licens som kan tas bort.',
  copy: 'Kopiera från en annan person',
  copyIntro: (name) =>
    `Välj en person vars licenser ${name} också får. Det som kommer från grupper där tilldelas direkt här, med samma appar av.`,
  copyFrom: 'Kopiera från',
  copyOther: 'Välj någon annan',
  copyNone: (source, name) =>
    `${source} har inga licenser för produkter som kan tilldelas och som ${name} saknar.`,
  giveIntro: (name, isOneStep) =>
    `Markera produkterna som ska tilldelas till ${name}. ${
      isOneStep
        ? 'Alla tilldelas i en enda ändring.'
        : 'De tilldelas en efter en. Om en inte kan tilldelas tas de andra tillbaka.'
    }`,
  giveNone: 'Personen har redan alla produkter som kan tilldelas.',
  giveList: 'Produkter att tilldela',
});

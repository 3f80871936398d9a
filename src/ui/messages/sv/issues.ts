import type { issues as english, NamedPlan } from '../en/issues';
import type { Format } from '../format';

const planText = ({ plan, product }: NamedPlan): string =>
  product === undefined ? plan : `${plan} (${product})`;

/** Words of the page **Issues** and of the tab of a product. */
export const issues = (f: Format): ReturnType<typeof english> => ({
  intro:
    'Personer vars licens inte fungerar, efter orsak. Produkter från Microsoft och dolda produkter är inte med.',
  peopleCount: (count, isPartial) =>
    `${isPartial ? 'Minst ' : ''}${f.plural(count, { one: '# person', other: '# personer' })}`,
  inProducts: (count) => f.plural(count, { one: 'i # produkt', other: 'i # produkter' }),
  readingProducts: (read, all) =>
    f.plural(all, { one: 'Läser # produkt …', other: `${f.number(read)} av # produkter lästa …` }),
  unreadProducts: (names) => `Det gick inte att läsa problemen för ${f.list(names)}.`,
  limitedProducts: (names) =>
    `Molnlicensieringen visar inte problem med licenser för ${f.list(names)}, bara vilka som väntar på en.`,
  unreadPeople: (count) =>
    f.plural(count, {
      one: '# person kunde inte läsas och är inte med.',
      other: '# personer kunde inte läsas och är inte med.',
    }),
  retry: 'Försök igen',
  emptyTitle: 'Inga problem',
  emptyText: 'Alla som har tilldelats en licens via en grupp har den.',
  partialEmptyTitle: 'Inga problem i det som gick att läsa',
  partialEmptyText: 'Allt gick inte att läsa, så det kan finnas problem.',
  noneShown: 'Inga problem matchar filtren.',
  clearFilters: 'Rensa filter',
  causes: 'Visa bara',
  productFilter: 'Produkt',
  allProducts: 'Alla produkter',
  grid: 'Personer med problem',
  blocked: (product) => `Blockeras av ${product}`,
  cause: (title, count) => `${title} (${f.number(count)})`,
  noLicenses: (available) =>
    available !== undefined && available > 0
      ? f.plural(available, {
          one: 'Det fanns ingen licens kvar till dem. Nu är # tillgänglig: bearbeta på nytt för att tilldela den.',
          other:
            'Det fanns ingen licens kvar till dem. Nu är # tillgängliga: bearbeta på nytt för att tilldela dem.',
        })
      : 'Deras grupp ger produkten, men det fanns ingen licens kvar till dem.',
  usageLocation:
    'De saknar användningsplats eller har en där produkten inte får användas. Ange den och bearbeta sedan på nytt.',
  conflict: (own, others) =>
    own.length > 0 && others.length > 0
      ? `${f.list(own)} kan inte tilldelas tillsammans med ${f.list(others.map(planText))}.`
      : 'En tjänstplan i produkten kan inte tilldelas tillsammans med en som de har. Det är okänt vilka: Microsoft 365 anger det inte.',
  missing: (own, others) =>
    own.length > 0 && others.length > 0
      ? `${f.list(own)} kräver ${f.list(others.map(planText))}, som de inte har.`
      : 'En tjänstplan i produkten kräver en annan, som de inte har. Det är okänt vilken: Microsoft 365 anger det inte.',
  proxyAddress:
    'Ett annat konto har samma e-postadress (proxyadress). Ändra en av dem i Exchange och bearbeta sedan på nytt.',
  behind: (product, issue) =>
    `Deras grupp ger alla sina produkter eller ingen, och ${product} misslyckades: ${issue}. Åtgärda det först.`,
  other: 'Orsaken är okänd: Microsoft 365 anger den inte. Ny bearbetning kan hjälpa.',
  askAuditLog: 'Sök orsaken i granskningsloggen',
  askAuditLogSpoken: (product) => `Sök orsaken i granskningsloggen: ${product}`,
  readingAuditLog: 'Läser granskningsloggen …',
  auditLogSays: (sentences) => `Granskningsloggen anger: ${sentences.join(' ')}`,
  auditLogSilent: 'Granskningsloggen anger inte varför, så orsaken är okänd.',
  locationOf: (country) => `Användningsplats: ${country}`,
  noLocation: 'Ingen användningsplats',

  open: (product) => `Öppna ${product}`,
  addLicenses: 'Lägg till licenser',
  seeUsers: 'Se vilka som kan lämna tillbaka en',
  reprocess: 'Bearbeta på nytt',
  reprocessSpoken: (title, product) => `Bearbeta på nytt: ${title}, ${product}`,
  setLocationSpoken: (product) => `Ange användningsplats: ${product}`,
  addLicensesSpoken: (product) => `Lägg till licenser: ${product}`,
  reprocessTitle: (product) => `Bearbeta ${product} på nytt`,
  reprocessIntro: (count) =>
    f.plural(count, {
      one: 'Microsoft 365 går igenom licenserna för # person igen, från varje grupp. Gör det när orsaken är åtgärdad.',
      other:
        'Microsoft 365 går igenom licenserna för # personer igen, från varje grupp. Gör det när orsaken är åtgärdad.',
    }),
  reprocessForever:
    'Det här kan inte ångras. Där orsaken är borta får personerna licensen, annars ändras inget. Personer lämnar listan när Microsoft 365 visar att det har fungerat.',
  reprocessExtent: (count) => f.plural(count, { one: 'för # person', other: 'för # personer' }),
  locationPeople: 'Personer med problemet',

  badge: (count, isPartial) => `${f.number(count)}${isPartial ? '+' : ''}`,
});

import type { classify as english } from '../en/classify';
import type { Format } from '../format';

/** Words for classifying products as ISV apps or others, and for products that can't be assigned. */
export const classify = (f: Format): ReturnType<typeof english> => ({
  title: 'Produkter att klassificera',
  text: 'Varken Microsoft Graph eller katalogen visar vem som gör de här produkterna, så deras licenser räknas inte ovan. Välj apparna från andra programleverantörer och dölj resten.',
  kept: 'Dina val och namn sparas i den här webbläsaren och det här programmet (Teams, Outlook eller Microsoft 365), bara för ditt konto. Andra ser dem inte.',
  selectAll: 'Markera alla',
  select: (product) => `Markera ${product}`,
  selected: (count) => f.plural(count, { one: '# vald', other: '# valda' }),
  treatAsIsv: 'Behandla som ISV-app',
  treatSelectedAsIsv: 'Behandla som ISV-appar',
  hide: 'Dölj',
  undoChoice: 'Ångra ditt val',
  rename: 'Byt namn',
  renameProduct: (product) => `Byt namn på ${product}`,
  renameTitle: 'Byt namn på produkten',
  name: 'Namn',
  nameHint: (original) => `Lämna fältet tomt för att använda namnet ${original} igen.`,
  unassignable: (count) => `Inget att tilldela (${f.number(count)})`,
  shortReasons: {
    'organization-wide': 'gäller hela organisationen',
    suspended: 'pausade',
    deleted: 'borttagna',
    'locked-out': 'låsta',
    'not-listed': 'ägs inte längre',
    'vendor-assigns': 'hanteras av leverantören',
    'not-for-people': 'inte för personer eller grupper',
    unidentified: 'okänd produkt',
    'not-in-graph': 'hanteras av leverantören',
  },
  goToVendor: 'Gå till leverantören',
  goToVendorOf: (product) => `Gå till leverantören av ${product}`,
  copyLink: 'Kopiera länk',
  unlistedHeldBy: (people, groups) =>
    [
      ...(people === undefined ? ['Det gick inte att kontrollera om någon har kvar en licens.'] : []),
      ...(people
        ? [f.plural(people, { one: '# person har kvar en licens', other: '# personer har kvar en licens' })]
        : []),
      ...(groups > 0
        ? [
            f.plural(groups, {
              one: '# grupp tilldelar den fortfarande',
              other: '# grupper tilldelar den fortfarande',
            }),
          ]
        : []),
    ].join(' · '),
  unlistedUnread:
    'Det gick inte att kontrollera om någon har kvar licenser för produkter som inte längre visas i listan.',
  because: {
    catalogue: 'Finns i katalogen',
    'admin-choice': 'Du valde att behandla den som en ISV-app',
    'identifier-shape': 'Identifieraren har samma form som produkter från marknadsplatsen',
    plans: 'Alla dess tjänstplaner är Microsofts',
    'nothing-known': 'Microsoft Graph visar inte vem som gör produkten, och den finns inte i katalogen',
  },
});

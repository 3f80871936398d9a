import type { classify as english } from '../en/classify';
import type { Format } from '../format';

/** Words about whose a product is: the list of products to classify, and the menu that decides about one; and about products that are no longer listed. */
export const classify = (f: Format): ReturnType<typeof english> => ({
  title: 'Produkter att klassificera',
  text: 'Varken Microsoft Graph eller katalogen säger vem som gör de här produkterna, så de är inte med i siffrorna ovan. Välj dem som är appar från andra programleverantörer och dölj resten.',
  kept: 'Dina val och namn sparas i den här webbläsaren och det här programmet (Teams, Outlook eller Microsoft 365), bara för ditt konto. Det som andra ser ändras inte.',
  selectAll: 'Välj alla',
  select: (product) => `Välj ${product}`,
  selected: (count) => f.plural(count, { one: '# vald', other: '# valda' }),
  treatAsIsv: 'Behandla som ISV-app',
  treatSelectedAsIsv: 'Behandla som ISV-appar',
  hide: 'Dölj',
  undecide: 'Ångra ditt val',
  rename: 'Byt namn',
  renameProduct: (product) => `Byt namn på ${product}`,
  renameTitle: 'Byt namn på produkten',
  name: 'Namn',
  nameHint: (original) => `Lämna fältet tomt för att använda namnet ${original} igen.`,
  unlistedTitle: 'Visas inte längre i listan',
  unlistedText:
    'Organisationen äger inte längre de här produkterna. Öppna en produkt för att se vem som har kvar en licens, eller för att ta bort licenserna.',
  unlistedHeldBy: (people, groups) =>
    [
      ...(people === undefined ? ['Det gick inte att kontrollera om någon har kvar en licens.'] : []),
      ...(people
        ? [f.plural(people, { one: '# person har kvar en licens', other: '# personer har kvar en licens' })]
        : []),
      ...(groups > 0
        ? [
            f.plural(groups, {
              one: '# grupp är fortfarande inställd på att ge den',
              other: '# grupper är fortfarande inställda på att ge den',
            }),
          ]
        : []),
    ].join(' · '),
  unlistedUnread:
    'Det gick inte att kontrollera om någon har kvar licenser för produkter som inte längre visas i listan.',
  because: {
    catalogue: 'Känd från katalogen',
    'admin-choice': 'Du valde att behandla den som en ISV-app',
    'identifier-shape': 'Identifieraren har samma form som produkter från marknadsplatsen',
    plans: 'Alla dess tjänstplaner är Microsofts',
    'nothing-known': 'Microsoft Graph säger inte vem som gör produkten, och katalogen har den inte',
  },
});

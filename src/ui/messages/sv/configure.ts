import type { configure as english } from '../en/configure';
import type { Format } from '../format';

/** Words for choosing the content of a tab in a team or chat. */
export const configure = (_f: Format): ReturnType<typeof english> => ({
  title: 'Vad ska fliken visa?',
  intro:
    'Fliken visas överst i kanalen, chatten eller mötet. Varje person ser det som den egna rollen tillåter. Du kan ändra det senare.',
  licenses: 'Licenser',
  licensesText: 'Alla ISV-produkter i organisationen, för administratörer och läsare.',
  myApps: 'Mina appar',
  myAppsText: 'Apparna som varje person har en licens för.',
  product: 'En produkt',
  productText: 'Personerna och grupperna med dess licenser.',
  chooseProduct: 'Produkt',
  notConfigurable:
    'Sidan är till för att konfigurera en flik. Lägg till appen som en flik i ett team eller en chatt för att använda den.',
});

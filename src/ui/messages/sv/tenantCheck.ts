import type { tenantCheck as english } from '../en/tenantCheck';
import type { Format } from '../format';

/** Words of the check on the page About this app. */
export const tenantCheck = (f: Format): ReturnType<typeof english> => ({
  title: 'Vad organisationen kan göra',
  text: 'Kontrollerar var licenserna finns och vilka behörigheter appen har. Kontrollen läser bara.',
  start: 'Kontrollera nu',
  again: 'Kontrollera igen',
  checking: 'Kontrollerar …',
  done: 'Kontrollen är klar.',
  copy: 'Kopiera rapport',
  copyText:
    'Rapporten innehåller inga namn, adresser eller ID:n för personer, grupper eller organisationen. Den innehåller produkterna ni äger och hur många licenser det finns av varje.',
  copyByHand: 'Kopiera den här rapporten',
  doorsTitle: 'Var licenserna finns',
  directory: (products) => `Katalogen: ${f.plural(products, { one: '# produkt', other: '# produkter' })}.`,
  directoryUnread: (status) => `Katalogen: kunde inte läsas (${status}).`,
  cloud: ({ purchases, outside, hasMore }) => {
    const count = f.plural(purchases, { one: '# köp', other: '# köp' });
    const some = hasMore ? `minst ${count}` : count;
    return `Molnlicensiering: ${some}, ${outside === 0 ? 'alla finns också i katalogen' : `${f.number(outside)} finns inte i katalogen`}.`;
  },
  cloudEmpty: 'Molnlicensiering: tillgänglig, utan köp.',
  cloudDenied:
    'Molnlicensiering: appen behöver behörigheten Directory.Read.All, eller så behöver du en annan roll, för att läsa den.',
  cloudClosed: (status) => `Molnlicensiering: inte tillgänglig i organisationen (${status}).`,
  cloudUnread: (status) => `Molnlicensiering: kunde inte läsas (${status}).`,
  noAnswer: 'inget svar',
  permissionsTitle: 'Appens behörigheter',
  permission: (name, state) =>
    `${name}: ${{ given: 'beviljad', missing: 'inte beviljad', unknown: 'kunde inte kontrolleras' }[state]}.`,
  limitsTitle: 'Gränser som Microsoft 365 rapporterade',
  noLimits: 'Inga i de här svaren.',
  refusalsTitle: 'Vad Microsoft 365 nekade',
  noRefusals: 'Ingenting.',
  findingsTitle: 'Så fungerar molnlicensieringen här',
  finding: (name) =>
    ({
      wrapsSingles: 'Lägger enstaka objekt i en lista',
      largePages: 'Returnerar fler än 100 tilldelningar åt gången',
      expandsWaiting: 'Visar vem som väntar på en licens',
      expandsAssignedTo: 'Visar vem som har en licens',
      hasProductsWithoutSku: 'Har produkter som inte finns i katalogen',
      hasCatalogIds: 'Har ID:n från marketplace',
      hasSeveralPools: 'Har flera köp av samma produkt',
      usageRightsHaveCatalogIds: 'Användningsrättigheter har ID:n från marketplace',
    })[name],
  state: (state) => ({ yes: 'Ja', no: 'Nej', unknown: 'Inte känt' })[state],
});

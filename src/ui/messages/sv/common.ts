import type { common as english } from '../en/common';
import type { Format } from '../format';

/** Words that many screens share. */
export const common = (f: Format): ReturnType<typeof english> => ({
  appName: 'ISV-licenser',
  tryAgain: 'Försök igen',
  cancel: 'Avbryt',
  close: 'Stäng',
  copied: 'Kopierat',
  copyDiagnostics: 'Kopiera diagnostik',
  copyByHand: 'Appen kan inte kopiera här. Markera texten och kopiera den.',
  /** Announced after a long wait. */
  loaded: 'Klart.',
  loading: 'Läser in …',
  clearSearch: 'Rensa sökningen',
  refresh: 'Uppdatera',
  asOf: (time) => `Läst ${time}`,
  /** Things that the app waits for. Each follows "Still waiting for". */
  waits: {
    products: 'listan över produkter',
    roles: 'dina roller i Microsoft 365',
    page: 'sidan',
    apps: 'dina appar',
    dialog: 'dialogrutan',
    jobs: 'listan över jobb',
    job: 'jobbet',
    users: (product) => `användarna av ${product}`,
    groups: (product) => `grupperna för ${product}`,
    licenses: (names) =>
      names.length > 2
        ? `licenserna för ${f.number(names.length)} användare och grupper`
        : `licenserna för ${f.list(names)}`,
  },
  offline: 'Du är offline. Detta fortsätter när anslutningen är tillbaka.',
  trouble: {
    throttled: 'Microsoft 365 begränsar antalet förfrågningar just nu.',
    unavailable: 'Microsoft 365 är inte tillgängligt just nu.',
  },
  stillConnecting: 'Ansluter fortfarande till Microsoft 365 …',
  stillWaiting: (what, since) => `Väntar fortfarande på ${what}, sedan ${since}.`,
  titled: (page) => `${page} – ISV-licenser`,
  details: 'Detaljer',
  requestId: (id) => `Begärande-ID: ${id}`,
  readerMayNot:
    'Med din roll kan du se licenser men inte ändra dem. En global administratör, licensadministratör eller användaradministratör kan tilldela och ta bort dem.',
  groupsOnly: 'Med din roll kan du bara tilldela och ta bort licenser för grupper.',
  externalLinkTitle: 'Du lämnar den här appen',
  externalLinkText: (host) => `${host} öppnas i ett nytt fönster. Appen är inte en del av webbplatsen.`,
  externalLinkOpen: (host) => `Öppna ${host}`,
});

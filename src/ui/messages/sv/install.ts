import type { install as english } from '../en/install';
import type { Format } from '../format';

/** Words for installing a product. */
export const install = (_f: Format): ReturnType<typeof english> => ({
  action: 'Installera den här produkten',
  shortAction: 'Installera',
  actionFor: (product) => `Installera ${product}`,
  title: (product) => `Installera ${product}`,
  hostDialog:
    'Installationsdialogen öppnas ovanpå appen. Den visar vad produkten får göra innan du lägger till den.',
  externalLinkTeams: (host) =>
    `Här finns ingen installationsdialog. Produktens sida i Microsoft Teams öppnas i ett nytt fönster, på ${host}.`,
  externalLink: (host) =>
    `Produkten installeras på en annan webbplats. Den öppnas i ett nytt fönster, på ${host}.`,
  openDialog: 'Öppna installationsdialogen',
  open: (host) => `Öppna ${host}`,
  dialogOpenedTitle: 'Installationsdialogen har öppnats',
  dialogOpenedText:
    'Teams rapporterar inte om du lade till produkten. Leta efter den bland dina appar i Teams.',
  leftTitle: 'Sidan har öppnats',
  leftText: (host) => `Fortsätt på ${host}. Webbplatsen rapporterar inte om du blev klar.`,
  noTargetTitle: 'Du kan inte installera produkten härifrån',
  noTargetText: 'Katalogen anger inte var den installeras. Fråga leverantören.',
  noLicenseNote: 'Du har ingen licens för produkten. Många appar frågar efter en när de startar.',
});

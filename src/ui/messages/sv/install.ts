import type { install as english } from '../en/install';
import type { Format } from '../format';

/** Getting a product installed. */
export const install = (_f: Format): ReturnType<typeof english> => ({
  action: 'Installera den här produkten',
  shortAction: 'Installera',
  actionFor: (product) => `Installera ${product}`,
  title: (product) => `Installera ${product}`,
  hostDialog:
    'Installationsdialogen öppnas ovanpå appen. Där ser du vad appen får göra innan du lägger till den.',
  leadsAwayTeams: (host) =>
    `Här finns ingen egen installationsdialog. Appens sida i Microsoft Teams öppnas i ett nytt fönster, på ${host}.`,
  leadsAway: (host) =>
    `Produkten installeras på en annan webbplats. Den öppnas i ett nytt fönster, på ${host}.`,
  openDialog: 'Öppna installationsdialogen',
  open: (host) => `Öppna ${host}`,
  dialogOpenedTitle: 'Installationsdialogen öppnades',
  dialogOpenedText: 'Teams talar inte om för appen om den lades till. Leta bland dina appar i Teams.',
  leftTitle: 'Sidan öppnades',
  leftText: (host) => `Fortsätt på ${host}. Appen får inte veta om du blev klar där.`,
  noTargetTitle: 'Produkten kan inte installeras härifrån',
  noTargetText: 'Katalogen säger inte var den installeras. Fråga leverantören.',
  noLicenseNote: 'Du har ingen licens för produkten. Många appar frågar efter en när de startar.',
});

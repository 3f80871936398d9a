import type { Format } from '../format';

/** Getting a product installed. */
export const install = (_f: Format) => ({
  action: 'Install this product',
  shortAction: 'Install',
  actionFor: (product: string) => `Install ${product}`,
  title: (product: string) => `Install ${product}`,
  hostDialog:
    'The install dialog opens on top of this app. There you see what the app may do before you add it.',
  leadsAwayTeams: (host: string) =>
    `This place has no install dialog of its own. The app's page in Microsoft Teams opens in a new window, at ${host}.`,
  leadsAway: (host: string) =>
    `You install this product on another site. It opens in a new window, at ${host}.`,
  openDialog: 'Open install dialog',
  open: (host: string) => `Open ${host}`,
  dialogOpenedTitle: 'The install dialog was opened',
  dialogOpenedText:
    'Teams does not tell this app whether it was added. Look for it among your apps in Teams.',
  leftTitle: 'The page was opened',
  leftText: (host: string) => `Go on at ${host}. This app does not learn whether you finished there.`,
  noTargetTitle: 'This product cannot be installed from here',
  noTargetText: 'The catalogue does not say where it is installed. Ask the vendor.',
  noLicenseNote: 'You do not hold a license for this product. Many apps ask for one when they start.',
});

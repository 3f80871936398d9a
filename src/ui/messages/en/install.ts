import type { Format } from '../format';

/** Words for installing a product. */
export const install = (_f: Format) => ({
  action: 'Install this product',
  shortAction: 'Install',
  actionFor: (product: string) => `Install ${product}`,
  title: (product: string) => `Install ${product}`,
  hostDialog:
    'The install dialog opens on top of this app. It shows what the product can do before you add it.',
  externalLinkTeams: (host: string) =>
    `There's no install dialog here. The product's page in Microsoft Teams opens in a new window, at ${host}.`,
  externalLink: (host: string) =>
    `You install this product on another site. It opens in a new window, at ${host}.`,
  openDialog: 'Open install dialog',
  open: (host: string) => `Open ${host}`,
  dialogOpenedTitle: 'Install dialog opened',
  dialogOpenedText:
    "Teams doesn't report whether you added the product. Look for it among your apps in Teams.",
  leftTitle: 'Page opened',
  leftText: (host: string) => `Continue at ${host}. That site doesn't report whether you finished.`,
  noTargetTitle: "You can't install this product from here",
  noTargetText: "The catalog doesn't say where to install it. Ask the vendor.",
  noLicenseNote: "You don't have a license for this product. Many apps ask for one when they start.",
});

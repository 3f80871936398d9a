/** Place to install a product from. Links are https only. */
export type InstallTarget =
  /** A Teams app: the host's own install dialog, or a deep link where the host has none. */
  | { readonly kind: 'teams-app'; readonly teamsAppId: string }
  /** A Power Platform app: its page in the Power Platform admin center or the marketplace. */
  | { readonly kind: 'power-platform'; readonly url: string }
  /** The marketplace's page of the offer. */
  | { readonly kind: 'marketplace'; readonly url: string }
  /** The vendor's own set-up page. */
  | { readonly kind: 'vendor-page'; readonly url: string };

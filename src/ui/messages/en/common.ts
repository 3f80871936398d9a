import type { Format } from '../format';

/** Words that many screens share. */
export const common = (f: Format) => ({
  appName: 'ISV Licenses',
  tryAgain: 'Try again',
  cancel: 'Cancel',
  close: 'Close',
  copied: 'Copied',
  copyDiagnostics: 'Copy diagnostics',
  copyByHand: "This app can't copy here. Select the text and copy it.",
  /** Announced after a long wait. */
  loaded: 'Loaded.',
  loading: 'Loading…',
  clearSearch: 'Clear search',
  refresh: 'Refresh',
  asOf: (time: string) => `As of ${time}`,
  /** Things that the app waits for. Each follows "Still waiting for". */
  waits: {
    products: 'the list of products',
    roles: 'your roles in Microsoft 365',
    page: 'this page',
    apps: 'your apps',
    dialog: 'this dialog',
    jobs: 'the list of jobs',
    job: 'this job',
    users: (product: string) => `the users of ${product}`,
    groups: (product: string) => `the groups of ${product}`,
    licenses: (names: readonly string[]) =>
      names.length > 2
        ? `the licenses of ${f.number(names.length)} users and groups`
        : `the licenses of ${f.list(names)}`,
  },
  offline: "You're offline. This continues when the connection is back.",
  /** Reasons why the app waits for Microsoft 365. */
  trouble: {
    throttled: 'Microsoft 365 is limiting requests right now.',
    unavailable: "Microsoft 365 isn't available right now.",
  },
  stillConnecting: 'Still connecting to Microsoft 365…',
  /** `what` follows "for": "the list of products". */
  stillWaiting: (what: string, since: string) => `Still waiting for ${what}, since ${since}.`,
  /** Title of a page in the browser's window. */
  titled: (page: string) => `${page} – ISV Licenses`,
  details: 'Details',
  requestId: (id: string) => `Request ID: ${id}`,
  readerMayNot:
    'Your role lets you view licenses, not change them. A Global, License, or User Administrator can assign and remove them.',
  groupsOnly: 'Your role lets you assign and remove licenses for groups only.',
  externalLinkTitle: "You're leaving this app",
  externalLinkText: (host: string) => `This opens ${host} in a new window. This app isn't part of that site.`,
  externalLinkOpen: (host: string) => `Open ${host}`,
});

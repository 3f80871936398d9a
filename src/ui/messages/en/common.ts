import type { Format } from '../format';

/** Words that many screens share. */
export const common = (f: Format) => ({
  appName: 'ISV Licenses',
  tryAgain: 'Try again',
  cancel: 'Cancel',
  close: 'Close',
  copied: 'Copied',
  copyDiagnostics: 'Copy diagnostics',
  copyByHand: "This app can't use the clipboard here. Select the text and copy it.",
  loading: 'Loading…',
  refresh: 'Refresh',
  asOf: (time: string) => `As of ${time}`,
  /** Things that are waited for, as they follow "Still waiting for". */
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
  offline: "You're offline. This goes on by itself when the connection is back.",
  /** Reasons for which Microsoft 365 keeps the app waiting. */
  trouble: {
    throttled: 'Microsoft 365 is limiting requests right now.',
    unavailable: "Microsoft 365 isn't available right now.",
  },
  /** `what` follows "for": "the list of products". */
  stillWaiting: (what: string, since: string) => `Still waiting for ${what}, since ${since}.`,
  /** Joins a name and what is said of it, as in a page title. */
  titled: (page: string) => `${page} – ISV Licenses`,
  requestId: (id: string) => `Request ID: ${id}`,
  readerMayNot:
    'Your role lets you look, not change. A Global, License or User Administrator can assign and remove licenses.',
  groupsOnly: 'Your role lets you assign and remove licenses for groups only.',
  leadsAwayTitle: 'You are leaving this app',
  leadsAwayText: (host: string) =>
    `This opens ${host} in a new window. What you do there is between you and that site.`,
  leadsAwayOpen: (host: string) => `Open ${host}`,
});

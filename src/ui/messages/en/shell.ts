import type { Format } from '../format';

/** The frame around the pages, and what is shown before there are any. */
export const shell = (f: Format) => ({
  skipToContent: 'Skip to content',
  navigation: 'Pages of this app',
  licenses: 'Licenses',
  jobs: 'Jobs',
  /** Read out with the entry of the navigation. */
  jobsUnderWay: (count: number) => f.plural(count, { one: '# job under way', other: '# jobs under way' }),
  myApps: 'My apps',
  /** Entry of the navigation for the page About this app. */
  about: 'About',
  /** Each step of the start, as it follows "Still waiting for". */
  steps: {
    configuration: 'the settings of this app',
    host: 'the page around this app, such as Teams or Outlook',
    messages: 'the texts of this app',
    'sign-in': 'the sign-in',
    services: 'an answer from Microsoft 365',
  },
  signingIn: 'Signing you in…',
  signIn: 'Sign in',
  signInTitle: 'Manage the licenses of your ISV apps',
  signInText:
    'See the apps that your organization bought from other software vendors, assign their licenses and get them installed.',
  askConsent: 'Ask for permission',
  giveConsent: 'Give permission',
  adminConsentText: 'An administrator can give permission for the whole organization with this link:',
  ownConsentText: 'Your role lets you give permission for the whole organization with this link:',
  copyAdminConsentLink: 'Copy link for an administrator',
  pageNotFoundTitle: 'There is no such page',
  pageNotFoundText: 'The link may be old or mistyped.',
  goToStart: 'Go to the start page',
  accessDeniedTitle: 'This page is for administrators',
  accessDeniedText:
    "Microsoft 365 doesn't let your account read the licenses of your organization. If you have a role that must be activated, activate it and reload the app.",
  /** Said above the pages of the organization to a person of whom no role is known. */
  roleNote: (areRolesKnown: boolean) =>
    `${areRolesKnown ? "This app doesn't see a role of yours that covers the whole organization." : "Your roles couldn't be read."} If you have a role that must be activated, activate it and reload the app. With a custom role, or a role for an administrative unit, go on: Microsoft 365 decides for each person what you can change.`,
  goToMyApps: 'Go to My apps',
  reload: 'Reload the app',
});

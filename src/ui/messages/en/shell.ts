import type { Format } from '../format';

/** Words of the frame around the pages, and of the start and sign-in. */
export const shell = (f: Format) => ({
  skipToContent: 'Skip to content',
  navigation: 'Pages of this app',
  licenses: 'Licenses',
  issues: 'Issues',
  /** Read out with the entry of the navigation. */
  peopleWithIssues: (count: number, isPartial: boolean) =>
    `${isPartial ? 'At least ' : ''}${f.plural(count, { one: '# person with issues', other: '# people with issues' })}`,
  people: 'People',
  jobs: 'Activity',
  /** Read out with the entry of the navigation. */
  jobsUnderWay: (count: number) => f.plural(count, { one: '# job in progress', other: '# jobs in progress' }),
  myApps: 'My apps',
  /** Entry of the navigation for the page About this app. */
  about: 'About',
  /** Each step of the start, as it follows "Still waiting for". */
  steps: {
    configuration: "the app's configuration",
    host: 'the page around this app, such as Teams or Outlook',
    messages: "the app's texts",
    'sign-in': 'your sign-in',
    services: 'a response from Microsoft 365',
  },
  signingIn: 'Signing you in…',
  signIn: 'Sign in',
  signInTitle: 'Manage the licenses of your ISV apps',
  signInText:
    'See the apps that your organization bought from other software vendors, assign their licenses, and get them installed.',
  askConsent: 'Request permission',
  giveConsent: 'Grant permission',
  adminConsentText:
    'An admin can grant permission for the whole organization. Copy the link and send it to them.',
  ownConsentText: 'Your role lets you grant permission for the whole organization, here or with the link.',
  copyAdminConsentLink: 'Copy link for an admin',
  pageNotFoundTitle: 'Page not found',
  pageNotFoundText: 'The link might be old or mistyped.',
  goToStart: 'Go to the start page',
  accessDeniedTitle: 'This page is for admins',
  accessDeniedText:
    "Your account can't read your organization's licenses. If your role must be activated, activate it and reload the app.",
  /** Shown above the organization's pages if no role of the person is known. */
  roleNote: (areRolesKnown: boolean) =>
    `${areRolesKnown ? "We can't see a role of yours that covers the whole organization." : "We couldn't read your roles."} If your role must be activated, activate it and reload the app. With a custom role, or a role for an administrative unit, you can continue: Microsoft 365 decides for each person what you can change.`,
  goToMyApps: 'Go to My apps',
  reload: 'Reload the app',
});

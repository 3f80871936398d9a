import type { FaultKey } from './faultChoices';
import type { PersonaKey } from './tenant/tenant';

/** Roles of the accounts, as the bar and the sign-in page name them. */
const people: Readonly<Record<PersonaKey, string>> = {
  'global-admin': 'Global Administrator',
  'license-admin': 'License Administrator',
  'user-admin': 'User Administrator',
  'groups-admin': 'Groups Administrator',
  'global-reader': 'Global Reader',
  member: 'Member',
  guest: 'Guest',
};

/** The faults that the bar offers. */
const faults: Readonly<Record<FaultKey, string>> = {
  'graph-slow': 'Graph answers 3 seconds late',
  'graph-throttles': 'Graph throttles 3 of 10 requests',
  'graph-unavailable': 'Graph is unavailable (503)',
  'graph-loses-answers': 'Graph acts, but 1 answer of 10 is lost',
  'token-expires': '1 token of 5 is refused as expired',
  'no-write-consent': 'Nobody consented to changing licenses',
  'sign-in-needed': 'A sign-in window is needed',
  'sign-in-cancelled': 'The sign-in window is closed unanswered',
  'no-network-for-tokens': 'No network while fetching tokens',
  'silent-host': 'The host never answers',
  'no-nested-auth': 'The host has no nested sign-in',
  'no-install-dialog': 'The host has no install dialog',
};

/** Every sentence of the sandbox that a person reads, in its one language. */
export const words = {
  people,
  faults,
  bar: {
    name: 'Sandbox',
    person: 'Person',
    theme: 'Theme',
    language: 'Language',
    host: 'Host and client',
    size: 'People in the tenant',
    faults: 'Faults',
    noFaults: 'None',
    someFaults: (count: number) => `${count} on`,
    startOver: 'Start over',
    startOverQuestion: 'Forget every change made in this tenant?',
  },
  themes: { default: 'Default', dark: 'Dark', contrast: 'High contrast' },
  languages: { 'en-us': 'English', 'sv-se': 'Svenska' },
  hosts: {
    'teams-web': 'Teams, web',
    'teams-desktop': 'Teams, desktop',
    'teams-android': 'Teams, phone',
    'outlook-web': 'Outlook, web',
    'office-web': 'Microsoft 365, web',
  },
  frame: {
    title: 'ISV Licenses',
    configure: 'Add ISV Licenses as a tab',
    loading: 'Loading the app…',
    failed: (reason: string) => `The app reported that it could not start: ${reason}`,
    rail: 'Apps of the host (only ISV Licenses works here)',
    railItems: { activity: 'Activity', chat: 'Chat', calendar: 'Calendar' },
    save: 'Save',
    saved: (name: string) => `The tab “${name}” was added.`,
    back: 'Back',
    reload: 'Reload the tab',
    suspend: 'Suspend and resume the tab',
  },
  banner: {
    unknownFunction: (name: string) => `The app called a host function that this host does not know: ${name}`,
    sandboxFailed: (reason: string) => `The sandbox's server did not answer as it should: ${reason}`,
    dismiss: 'Dismiss',
  },
  log: { title: 'Host log', clear: 'Clear' },
  dialogs: {
    close: 'Close',
    cancel: 'Cancel',
    linkTitle: 'Open a link',
    linkLeadsTo: (place: string) => `This link leads to ${place}.`,
    linkOpen: 'Open',
    installTitle: (name: string) => `Add ${name}`,
    installText: 'The app will be added for you in this host. Nothing leaves this machine.',
    installAdd: 'Add',
    installed: (name: string) => `${name} was added for you.`,
    unknownApp: (appId: string) => `the app ${appId}`,
    chatTo: (members: string) => `To: ${members}`,
    linkCopied: 'Link copied',
    pickPeople: 'Choose people',
    pickSearch: 'Name',
    pickFound: 'Found',
    pickDone: 'Done',
    pickNone: 'Nobody found.',
    task: 'Dialog of the app',
  },
  consent: {
    title: 'Permissions requested',
    question: 'ISV Licenses asks for these permissions for the whole organisation:',
    askAdministrator:
      'ISV Licenses asks for permissions that only an administrator can agree to. Ask one to do so.',
    accept: 'Accept for the organisation',
    cancel: 'Cancel',
    back: 'Return without consent',
  },
  signIn: {
    title: 'Sign in',
    text: (account: string) => `Go on as ${account}?`,
    goOn: 'Continue',
    cancel: 'Cancel',
  },
  login: {
    choose: 'Pick an account',
    lastUsed: '(used last)',
    cancel: 'Cancel',
    stopped: 'Sign-in cannot go on',
    signedOut: 'You signed out',
    mayClose: 'You may close this window.',
  },
  terminal: {
    help: `npm start -- [options]

  --users N    people in the tenant, 200 to 300000 (default 1000)
  --fresh      forget every change made before
  --port N     first of the four ports to use (default 5300)
  --no-open    do not open a browser
  --help       show this`,
    unknownArgument: (text: string) => `There is no option "${text}". Try npm start -- --help`,
    notInRange: (option: string, from: number, to: number, given: string) =>
      `${option} needs a whole number from ${from} to ${to}, not "${given}".`,
    building: 'Building the app …',
    built: (seconds: string) => `Built in ${seconds} s.`,
    buildFailed: 'The app could not be built:',
    portsBusy: (from: number, to: number, taken: number) =>
      `Ports ${from} to ${to} are in use; taking ${taken} and those after it.`,
    noFreePorts: (from: number) => `No four free ports in a row were found from ${from} on.`,
    ready: (address: string) => `Ready: ${address}   (Ctrl+C ends it)`,
    closing: 'Closing.',
  },
  wrongHost: (host: string) => `This site does not answer to the name "${host}".`,
  notFound: (path: string) => `There is nothing at ${path}`,
} as const;

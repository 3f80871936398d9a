import type { Deployment } from './deployment';

const deploymentUsage = [
  '  --domain            the host name that serves the app, without scheme, port or path',
  '  --path              the path below it, such as /isv; default: the root',
  '  --client-id         the application (client) id of an app registration in Microsoft Entra that exists already',
  '  --tenant-id         the id of the organization that it belongs to',
  '  --audience          single (default) or multi: people of one organization, or of any',
  '  --cloud             public (default), us-gov-high or us-dod',
  '  --version           the version of the Teams app; default: that of package.json',
  '  --app-id            the id of the Teams app, a GUID, where you publish it as your own',
  '  --developer         the name of the publisher; default: ISV Licenses contributors',
  '  --website-url, --privacy-url, --terms-of-use-url',
  '                      your own pages in place of those that come with the app',
  '  --accent-color      #rrggbb',
];

/** Messages of the commands that deploy the app. */
export const words = {
  packageUsage: [
    'npm run package -- --domain app.example.com --client-id <guid> [--out dist/isv-licenses.zip]',
    '',
    ...deploymentUsage,
    '  --out               the zip to write; default: dist/isv-licenses.zip',
  ].join('\n'),
  deployUsage: [
    'npm run deploy -- --domain apps.example.com [--path /isv] [--tenant example.com]',
    '',
    ...deploymentUsage,
    '  --tenant            the organization, by id or domain, in which to create or update the registration',
    '  --no-consent        leaves the consent for everyone to an administrator',
    '  --device-code       signs in by a code on another device; many organizations block it',
    '  --public-client     the application id of another public client to sign in to',
    '  --no-build          takes dist/app as it is',
    '  --out               the folder to write; default: dist/deploy',
    '',
    'Options that are left out are those of the time before.',
  ].join('\n'),
  askDomain: 'Which host name serves the app (such as apps.example.com)? ',
  askPath: 'Under which path (such as /isv; empty for the root)? ',
  askTenant: 'In which organization is the registration made (its domain or id; empty for none)? ',
  missing: (option: string) => `--${option} is missing.`,
  badDomain: (given: string, suggestion: string | undefined) =>
    `--domain "${given}" must be a host name only. Leave out scheme, port, and path` +
    (suggestion === undefined ? ', as in app.example.com.' : `: ${suggestion}.`),
  badPath: (given: string) => `--path "${given}" must be a path such as /isv.`,
  badId: (option: string, given: string) =>
    `--${option} "${given}" isn't a GUID. Copy it from the app registration in Microsoft Entra.`,
  badChoice: (option: string, given: string, choices: readonly string[]) =>
    `--${option} "${given}" must be one of ${choices.join(', ')}.`,
  badUrl: (option: string, given: string) => `--${option} "${given}" must be an https address.`,
  badColor: (given: string) => `--accent-color "${given}" must be a color such as #0b5c66.`,
  longDeveloper: (max: number) => `--developer must have ${max} characters at most.`,
  badVersion: (given: string) =>
    `--version "${given}" isn't valid. Use three numbers without leading zeros, such as 1.2.3.`,
  badOut: (given: string) => `--out "${given}" must end in .zip.`,
  schemaFault: (file: string, fault: string) => `${file} doesn't match the official schema: ${fault}`,
  wrotePackage: (zip: string) =>
    `Wrote ${zip}: upload it in the Teams admin center, or in Teams under Apps > Manage your apps.`,

  signingIn: (tenant: string, clientId: string, scopes: readonly string[]) =>
    `Signing in to ${tenant} with the public client ${clientId}, for ${scopes.join(' and ')}.`,
  openPage: (address: string) => `If no browser opens, open this address yourself:\n${address}`,
  signedInPage: 'You are signed in. You can close this window and go back to the terminal.',
  signInRefusedPage: "You aren't signed in. Go back to the terminal.",
  signInLate: 'The sign-in took longer than five minutes.',
  graphRefused: (request: string, status: number, code: string, message: string) =>
    `Microsoft Graph refused ${request} with ${status} ${code}: ${message}`,
  severalApps: (ids: readonly string[]) =>
    `Several registrations fit. Say which one with --client-id: ${ids.join(', ')}.`,
  otherOwner: (id: string, tenantId: string) =>
    `The registration ${id} belongs to the organization ${tenantId}. Looking for one in this organization.`,
  createdApp: (name: string, id: string) => `Created the registration ${name}, ${id}.`,
  appUnchanged: (id: string) => `The registration ${id} is as it should be.`,
  changedApp: (id: string, names: readonly string[]) =>
    `Changed the registration ${id}: ${names.join(', ')}.`,
  appOutdated: (id: string, names: readonly string[]) =>
    `The registration ${id} would differ in ${names.join(', ')}. Run this command with --tenant once, or register.sh or register.ps1. ` +
    'Where you change it by hand, run this command with --client-id afterwards.',
  createdPrincipal: 'Created the service principal.',
  principalUnchanged: 'The service principal is there.',
  consented: (scopes: readonly string[]) =>
    `Consented for everyone in the organization: ${scopes.join(', ')}.`,
  consentUnchanged: 'The consent for everyone in the organization is there.',
  consentLeft: 'Left the consent to an administrator.',

  building: 'Building the app …',
  noBuild: (folder: string) => `${folder} has no built app. Leave out --no-build.`,
  wroteSite: (changed: number, unchanged: number, removed: number) =>
    `App: ${changed} files changed, ${unchanged} unchanged, ${removed} of an earlier build removed.`,
  keptFiles: (names: readonly string[]) =>
    `Kept ${names.join(', ')}, which this command didn't write. To get those of the app, delete them and run it again.`,
  wroteFiles: (names: readonly string[]) => `Wrote ${names.join(', ')}.`,
  nothingChanged: 'Everything else is as it should be.',
  nextSteps: ({ clientId, tenantId, audience }: Deployment, folder: string, base: string) =>
    [
      '',
      'Next:',
      ...(clientId === undefined
        ? [
            `- Create the registration: run this command with --tenant, or ${folder}/register.sh (Azure CLI), or`,
            `  ${folder}/register.ps1 (PowerShell) and then this command again. config.json and the Teams package follow then.`,
          ]
        : audience === 'single' && tenantId === undefined
          ? ['- Give the id of your organization with --tenant-id, which config.json needs.']
          : []),
      `- Copy what is in ${folder}/site to the folder that your web server serves. Settings for it are in ${folder}/hosting.`,
      `- Check it: npm run check-hosting -- ${base}/`,
      ...(clientId === undefined
        ? []
        : [`- Upload ${folder}/isv-licenses.zip in the Teams admin center under Teams apps > Manage apps.`]),
    ].join('\n'),
  hosting: {
    usage: 'npm run check-hosting -- https://apps.example.com/isv/ [--cloud public]',
    page: (base: string) => `${base} is the app`,
    noPage: (base: string) =>
      `${base} doesn't show the app. Copy what is in site/ there, and let the folder answer with index.html.`,
    noAnswer: (address: string) => `${address} doesn't answer.`,
    there: (name: string) => `${name} is there`,
    missing: (name: string) => `${name} is missing. Copy all files of site/.`,
    header: (name: string, wanted: string, given: string | null) =>
      `${name} must be "${wanted}"` + (given === null ? ' and is missing.' : `, not "${given}".`),
    noFrameOptions: 'X-Frame-Options is not sent',
    frameOptions: (given: string) =>
      `X-Frame-Options "${given}" keeps the app out of Teams. Leave it out: frame-ancestors stands in the policy.`,
    policy: 'Content-Security-Policy is the one of the app',
    noPolicy: 'Content-Security-Policy is missing: any page could frame the app.',
    noDirective: (name: string) => `The policy has no ${name}.`,
    missingSources: (name: string, sources: readonly string[]) =>
      `${name} of the policy misses ${sources.join(' ')}.`,
    addedSources: (name: string, sources: readonly string[]) =>
      `${name} of the policy also allows ${sources.join(' ')}, which the app doesn't need.`,
    type: (name: string, wanted: string, given: string) =>
      `${name} must have the type ${wanted}, not "${given}".`,
    cache: (name: string, wanted: string, given: string) =>
      `${name} must be sent with Cache-Control "${wanted}", not "${given}".`,
    compressed: (name: string, encoding: string) => `${name} travels compressed (${encoding})`,
    uncompressed: (name: string) =>
      `${name} travels uncompressed. Let the server send the .br and .gz files beside it.`,
    configured: 'config.json names a client id',
    notConfigured: 'config.json has no client id yet. npm run deploy writes it.',
    noMaps: 'Source maps are not there',
    maps: 'Source maps are there. Remove the .map files.',
    notFound: 'A page that does not exist is answered with 404',
    found: (status: number) =>
      `A page that does not exist is answered with ${status} in place of 404, so the app would take a page for a script.`,
    httpsOnly: 'http leads to https or is closed',
    plainHttp: 'http serves the app too. Redirect it to https.',
    summary: (right: number, wrong: number) => `${right} right, ${wrong} wrong`,
  },

  store: {
    ownId: 'The app has the id of the open project. Give it one of your own with --app-id.',
    version: (given: string) => `The version ${given} must be 1.0.0 or higher. Give one with --version.`,
    name: "The names of the app and the publisher can't contain Microsoft's names.",
    longName: 'The short name takes 30 characters at most, the full one 100.',
    repeats: "The full description can't begin with the short one.",
    shortDescription: 'The full description must say more about what the app does.',
    https: 'The pages of the publisher must be https addresses.',
    pages: 'Website, privacy and terms must be three pages, none of which is the app itself.',
    wildcard: "Valid domains can't have wildcards.",
    files: 'The manifest names a file that the package lacks.',
    summary: (wrong: number) =>
      `${wrong} wrong. Screenshots, test accounts and the text of your pages are for a person to check.`,
  },
};

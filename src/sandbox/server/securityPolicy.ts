import type { Origins } from './siteTypes';

/** The origins of one Microsoft cloud that the app's policy names. */
export interface Cloud {
  readonly signIn: string;
  readonly graph: string;
  /** Hosts that may frame the app, as sources of a policy. */
  readonly hosts: readonly string[];
  /** Origin of an organization's own catalogue, where the app's server doesn't have it. */
  readonly catalogue?: string | undefined;
}

/** Microsoft's public cloud, with the hosts that frame tabs in production (learn.microsoft.com: tab requirements). */
export const publicCloud: Cloud = {
  signIn: 'https://login.microsoftonline.com',
  graph: 'https://graph.microsoft.com',
  hosts: [
    'https://*.cloud.microsoft',
    'https://teams.microsoft.com',
    'https://*.teams.microsoft.com',
    'https://*.microsoft365.com',
    'https://*.office.com',
    'https://outlook.office.com',
    'https://outlook.office365.com',
    'https://outlook-sdf.office.com',
    'https://outlook-sdf.office365.com',
  ],
};

/** Hash of an empty style: Fluent adds empty style elements and fills them by rules afterwards. */
const emptyStyle = "'sha256-47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU='";

type Directives = Readonly<Record<string, readonly string[]>>;

function policyOf(directives: Directives): string {
  return Object.entries(directives)
    .map(([name, sources]) => [name, ...sources].join(' '))
    .join('; ');
}

/**
 * The app's policy as a deployment for `cloud` sends it; `local` adds the sandbox's own origins and nothing else.
 * `'self'` may frame the app because the sign-in without a host ends on a page of the app in a hidden frame.
 */
export function appPolicy(local?: Origins, cloud: Cloud = publicCloud): string {
  const added = (...origins: (string | undefined)[]): string[] =>
    origins.filter((origin) => origin !== undefined);
  return policyOf({
    'default-src': ["'none'"],
    'script-src': ["'self'"],
    // Pasted and dropped lists are read in a worker of the app's own.
    'worker-src': ["'self'"],
    'style-src': ["'self'", emptyStyle],
    'img-src': ["'self'", 'data:', 'blob:'],
    'font-src': ["'self'"],
    'connect-src': [
      "'self'",
      cloud.graph,
      // The list of hosts that teams-js trusts.
      'https://res.cdn.office.net',
      cloud.signIn,
      ...added(cloud.catalogue, local?.graph, local?.login),
    ],
    'frame-src': ["'self'", cloud.signIn, ...added(local?.login)],
    'base-uri': ["'none'"],
    'object-src': ["'none'"],
    'form-action': ["'none'"],
    'require-trusted-types-for': ["'script'"],
    'trusted-types': ['isv-licenses'],
    'frame-ancestors': ["'self'", ...cloud.hosts, ...added(local?.host)],
  });
}

/** Policy of the host page: its own files, the tab in a frame, and no page around it. */
export function hostPagePolicy({
  named,
  plain,
  ipv4,
}: Readonly<Record<'named' | 'plain' | 'ipv4', Origins>>): string {
  return policyOf({
    'default-src': ["'none'"],
    'script-src': ["'self'"],
    'style-src': ["'self'"],
    'img-src': ["'self'", 'data:'],
    // The start page asks the named origin whether this browser can reach it.
    'connect-src': ["'self'", named.host],
    'frame-src': [named.tab, plain.tab, ipv4.tab],
    'base-uri': ["'none'"],
    'object-src': ["'none'"],
    'form-action': ["'none'"],
    'require-trusted-types-for': ["'script'"],
    'trusted-types': ['isv-licenses'],
    'frame-ancestors': ["'none'"],
  });
}

/** The sign-in pages' policy: their style sheet, and links that lead on. */
export const loginPolicy = policyOf({
  'default-src': ["'none'"],
  'style-src': ["'self'"],
  'base-uri': ["'none'"],
  'form-action': ["'none'"],
  'frame-ancestors': ["'none'"],
});

/** For answers that are data and never a page. */
export const dataPolicy = policyOf({ 'default-src': ["'none'"], 'frame-ancestors': ["'none'"] });

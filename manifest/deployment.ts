import { isGuid } from '../src/base/ids';
import { clouds } from './clouds';
import type { CloudName } from './clouds';
import { words } from './words';

/** One place where the app is served, and the app registration and Teams app that belong to it. */
export interface Deployment {
  /** Host name, such as `apps.example.com`. */
  readonly domain: string;
  /** Path below the domain: empty for the root, or such as `/isv`. */
  readonly path: string;
  /** Version of the Teams app: three numbers. */
  readonly version: string;
  readonly cloud: CloudName;
  /** Organizations whose people may sign in: the one that owns the registration, or any. */
  readonly audience: 'single' | 'multi';
  /** Application id of the Entra app registration; undefined until there is one. */
  readonly clientId?: string;
  /** Id of the organization that owns the registration; undefined until it is known. */
  readonly tenantId?: string;
  /** Id of the Teams app. */
  readonly appId: string;
  readonly developer: string;
  readonly websiteUrl: string;
  readonly privacyUrl: string;
  readonly termsOfUseUrl: string;
  /** `#rrggbb`. */
  readonly accentColor: string;
}

/** Options of a deployment as they are typed and stored, by name. */
export type DeploymentOptions = Readonly<Partial<Record<DeploymentOption, string>>>;

/** The names of all options of a deployment. */
export const deploymentOptions = [
  'domain',
  'path',
  'client-id',
  'tenant-id',
  'audience',
  'cloud',
  'version',
  'app-id',
  'developer',
  'website-url',
  'privacy-url',
  'terms-of-use-url',
  'accent-color',
] as const;

type DeploymentOption = (typeof deploymentOptions)[number];

const label = '[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?';
const hostName = new RegExp(`^(?=.{1,253}$)(${label}\\.)+[a-z]([a-z0-9-]{0,61}[a-z0-9])?$`);
const versionShape = /^(0|[1-9]\d*)\.(0|[1-9]\d*)\.(0|[1-9]\d*)$/;
const pathShape = /^(\/[A-Za-z0-9][A-Za-z0-9._~-]*)*$/;
const isHttps = (text: string): boolean => /^https:\/\/[^/]/.test(text) && URL.canParse(text);

/** Id of the Teams app, unless a deployment has its own. */
export const defaultAppId = 'd3dc4b7f-5d02-4313-b9a9-182f9b62468b';

/** The publisher and its color, unless a deployment has its own. */
const defaults = {
  developer: 'ISV Licenses contributors',
  accentColor: '#0b5c66',
};

/** The longest name of a developer that the manifest takes. */
const maxDeveloperLength = 32;

/** Checks the options of a deployment; gives every fault at once, each with what to do. `defaultVersion` is used where none is given. */
export function readDeployment(
  options: DeploymentOptions,
  defaultVersion: string,
): { readonly deployment: Deployment } | { readonly faults: readonly string[] } {
  const domain = options.domain?.toLowerCase() ?? '';
  const path = toPath(options.path);
  const { version = defaultVersion, cloud = 'public', audience = 'single' } = options;
  const base = `https://${domain}${path}`;
  const deployment = {
    domain,
    path,
    version,
    cloud: cloud as CloudName,
    audience: audience as Deployment['audience'],
    ...idOf('clientId', options['client-id']),
    ...idOf('tenantId', options['tenant-id']),
    appId: options['app-id']?.toLowerCase() ?? defaultAppId,
    developer: options.developer ?? defaults.developer,
    websiteUrl: options['website-url'] ?? `${base}/about.html`,
    privacyUrl: options['privacy-url'] ?? `${base}/privacy.html`,
    termsOfUseUrl: options['terms-of-use-url'] ?? `${base}/terms.html`,
    accentColor: options['accent-color'] ?? defaults.accentColor,
  };
  const faults = [
    ...(options.domain === undefined ? [words.missing('domain')] : domainFaults(options.domain)),
    ...(pathShape.test(path) ? [] : [words.badPath(path)]),
    ...(cloud in clouds ? [] : [words.badChoice('cloud', cloud, Object.keys(clouds))]),
    ...(['single', 'multi'].includes(audience)
      ? []
      : [words.badChoice('audience', audience, ['single', 'multi'])]),
    ...(['client-id', 'tenant-id', 'app-id'] as const).flatMap((name) => {
      const id = options[name];
      return id === undefined || isGuid(id) ? [] : [words.badId(name, id)];
    }),
    ...(versionShape.test(version) ? [] : [words.badVersion(version)]),
    ...(['website-url', 'privacy-url', 'terms-of-use-url'] as const).flatMap((name) => {
      const url = options[name];
      return url === undefined || isHttps(url) ? [] : [words.badUrl(name, url)];
    }),
    ...(/^#[0-9a-f]{6}$/i.test(deployment.accentColor) ? [] : [words.badColor(deployment.accentColor)]),
    ...(deployment.developer.length <= maxDeveloperLength ? [] : [words.longDeveloper(maxDeveloperLength)]),
  ];
  return faults.length > 0 ? { faults } : { deployment };
}

/** The address under which the app is served, without a slash at the end. */
export function baseOf({ domain, path }: Pick<Deployment, 'domain' | 'path'>): string {
  return `https://${domain}${path}`;
}

function idOf<Name extends string>(name: Name, id: string | undefined): { readonly [N in Name]?: string } {
  return (id === undefined ? {} : { [name]: id.toLowerCase() }) as { readonly [N in Name]?: string };
}

/** A path with a slash in front and none at the end. */
function toPath(given = ''): string {
  const path = given.replace(/\/+$/, '');
  return path === '' || path.startsWith('/') ? path : `/${path}`;
}

function domainFaults(domain: string): string[] {
  if (hostName.test(domain.toLowerCase())) return [];
  return [words.badDomain(domain, hostNameWithin(domain))];
}

/** The host name that a person who gave an address, or a name in its own script, most likely means. */
function hostNameWithin(domain: string): string | undefined {
  const address = domain.includes('://') ? domain : `https://${domain}`;
  const host = URL.canParse(address) ? new URL(address).hostname.replace(/^\*\.|\.$/g, '') : '';
  return hostName.test(host) ? host : undefined;
}

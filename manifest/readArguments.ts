import { parseArgs } from 'node:util';
import { isGuid } from '../src/base/ids';
import { words } from './words';

/** Host and ids that a package is made for. */
export interface PackageInput {
  /** The host name that serves the built app, such as `app.example.com`. */
  readonly domain: string;
  /** The application id of the Entra app registration, a GUID. */
  readonly clientId: string;
  /** The version of the Teams app: three numbers. */
  readonly version: string;
  /** Path of the zip. */
  readonly out: string;
}

/** The command's input, or every fault in it, each with what to do. */
type ReadArguments = { readonly input: PackageInput } | { readonly faults: readonly string[] };

const label = '[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?';
const hostName = new RegExp(`^(?=.{1,253}$)(${label}\\.)+[a-z]([a-z0-9-]{0,61}[a-z0-9])?$`);
const versionShape = /^(0|[1-9]\d*)\.(0|[1-9]\d*)\.(0|[1-9]\d*)$/;

/** Reads and checks the words after `npm run package --`; `defaultVersion` serves where none is given. */
export function readArguments(given: readonly string[], defaultVersion: string): ReadArguments {
  const parsed = parse(given);
  if (typeof parsed === 'string') return { faults: [parsed] };
  const {
    domain = '',
    'client-id': clientId = '',
    version = defaultVersion,
    out = 'dist/isv-licenses.zip',
  } = parsed;
  const faults = [
    ...(domain === '' ? [words.missing('domain')] : domainFaults(domain)),
    ...(clientId === ''
      ? [words.missing('client-id')]
      : isGuid(clientId)
        ? []
        : [words.badClientId(clientId)]),
    ...(versionShape.test(version) ? [] : [words.badVersion(version)]),
    ...(out.endsWith('.zip') ? [] : [words.badOut(out)]),
  ];
  if (faults.length > 0) return { faults };
  return { input: { domain: domain.toLowerCase(), clientId: clientId.toLowerCase(), version, out } };
}

function parse(given: readonly string[]): Record<string, string | undefined> | string {
  const text = { type: 'string' } as const;
  try {
    return parseArgs({
      args: [...given],
      options: { domain: text, 'client-id': text, version: text, out: text },
    }).values;
  } catch (fault) {
    return (fault as Error).message;
  }
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

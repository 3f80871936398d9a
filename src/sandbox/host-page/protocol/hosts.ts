import type { FaultKey } from '../../faultChoices';

/** The hosts and clients that the sandbox can play. */
export type HostKey = 'teams-web' | 'teams-desktop' | 'teams-android' | 'outlook-web' | 'office-web';

/** Values by which the protocol of one host differs from another's. */
interface HostProfile {
  /** `HostName` of teams-js. */
  readonly name: 'Teams' | 'Outlook' | 'Office';
  /** `HostClientType` of teams-js. */
  readonly clientType: 'web' | 'desktop' | 'android';
  /** Capabilities that this host lacks, by their names in teams-js's runtime. */
  readonly lacks: readonly string[];
}

/**
 * The hosts by key. Which capability a host has may change with its version (learn.microsoft.com: TeamsJS capability
 * support across Microsoft 365); Outlook plays the one without an install dialog so that both ways can be tried.
 */
export const hosts: Readonly<Record<HostKey, HostProfile>> = {
  'teams-web': { name: 'Teams', clientType: 'web', lacks: [] },
  'teams-desktop': { name: 'Teams', clientType: 'desktop', lacks: [] },
  'teams-android': { name: 'Teams', clientType: 'android', lacks: [] },
  'outlook-web': { name: 'Outlook', clientType: 'web', lacks: ['appInstallDialog', 'chat'] },
  'office-web': { name: 'Office', clientType: 'web', lacks: ['chat'] },
};

/** True if the text is the key of a host. */
export function isHostKey(text: string): text is HostKey {
  return Object.hasOwn(hosts, text);
}

/** Every capability that the host page really plays. */
const capabilities: Readonly<Record<string, object>> = {
  appInstallDialog: {},
  chat: {},
  clipboard: {},
  dialog: { url: { parentCommunication: {} }, update: {} },
  nestedAppAuth: {},
  pages: { backStack: {}, config: {}, currentApp: {}, tabs: {} },
  people: {},
};

const lackingByFault: Readonly<Partial<Record<FaultKey, string>>> = {
  'no-nested-auth': 'nestedAppAuth',
  'no-install-dialog': 'appInstallDialog',
};

/** The runtime description that the host hands over on `initialize` (teams-js: `IRuntimeV4`), in JSON. */
export function runtimeJson(host: HostKey, faults: readonly FaultKey[]): string {
  const lacking = new Set([...hosts[host].lacks, ...faults.map((fault) => lackingByFault[fault] ?? '')]);
  const supports = Object.fromEntries(Object.entries(capabilities).filter(([name]) => !lacking.has(name)));
  return JSON.stringify({
    apiVersion: 4,
    hostVersionsInfo: { adaptiveCardSchemaVersion: { majorVersion: 1, minorVersion: 5 } },
    isLegacyTeams: false,
    isNAAChannelRecommended: 'nestedAppAuth' in supports,
    isDeeplyNestedAuthSupported: false,
    supports,
  });
}

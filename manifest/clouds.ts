import { publicCloud } from '../src/sandbox/server/securityPolicy';
import type { Cloud } from '../src/sandbox/server/securityPolicy';

/** The clouds that a deployment can be made for. */
export type CloudName = 'public' | 'us-gov-high' | 'us-dod';

/**
 * The origins of each cloud: sign-in and Graph (Graph: national cloud deployments), and the hosts that teams-js trusts there.
 * The cloud in China is missing, since teams-js knows no host of it.
 */
export const clouds: Readonly<Record<CloudName, Cloud>> = {
  public: publicCloud,
  'us-gov-high': {
    signIn: 'https://login.microsoftonline.us',
    graph: 'https://graph.microsoft.us',
    hosts: [
      'https://teams.microsoft.us',
      'https://gov.teams.microsoft.us',
      'https://outlook.office365.us',
      'https://www.office365.us',
      'https://portal.office365.us',
      'https://*.svc.usgovcloud.microsoft',
    ],
  },
  'us-dod': {
    signIn: 'https://login.microsoftonline.us',
    graph: 'https://dod-graph.microsoft.us',
    hosts: [
      'https://dod.teams.microsoft.us',
      'https://outlook-dod.office365.us',
      'https://webmail.apps.mil',
      'https://www.ohome.apps.mil',
      'https://portal.apps.mil',
      'https://*.svc.usgovcloud.microsoft',
    ],
  },
};

import { licenseJobSchema } from '../../../src/license-jobs/licenseJobSchema';
import { setMaxListeners } from 'node:events';
import { createChangeLicenses } from '../../../src/license-jobs/change-licenses/changeLicenses';
import { systemClock } from '../../../src/base/clock';
import { newUuid } from '../../../src/base/ids';
import { systemRandom } from '../../../src/base/random';
import { createGraph } from '../../../src/graph/createGraph';
import { createPipeline } from '../../../src/http/createPipeline';
import { createFetchSender } from '../../../src/http/fetchSender';
import { createJobs } from '../../../src/jobs/createJobs';
import { createResumePolicy } from '../../../src/jobs/runner/createResumePolicy';
import type { Journal } from '../../../src/jobs/journal/journal';
import { createMemoryChannel } from '../../../src/jobs/tabs/jobChannel';
import { createMemoryLocks } from '../../../src/jobs/tabs/jobLocks';
import { createCloudLicensingAdapter } from '../../../src/licensing/adapters/cloud-licensing/createCloudLicensingAdapter';
import { createGraphAdapter } from '../../../src/licensing/adapters/graph/createGraphAdapter';
import type { Tenant } from '../../../src/sandbox/tenant/tenant';
import type { LicenseJobs } from '../../../src/ui/services';
import type { Contender } from './contest';
import { createTokens } from '../../faults/environment/tokens';

/** The app's jobs as `src/app` binds them, through one door, by the machine's clock and the global `fetch`. */
export function openOwnJobs(tenant: Tenant, journal: Journal, contender: Contender = 'own'): LicenseJobs {
  // Node warns of many listeners on one signal; in a bulk job they are as many as calls under way.
  setMaxListeners(0);
  const clock = systemClock;
  const random = systemRandom;
  const { getToken } = createTokens({ tenant, clock, persona: 'global-admin' });
  const send = createPipeline({ send: createFetchSender(), getToken });
  const graph = createGraph({ graphUrl: 'https://graph.microsoft.com', send });
  const licensing =
    contender === 'own-cloud'
      ? createCloudLicensingAdapter(graph, { mayAskFor: () => true })
      : createGraphAdapter(graph);
  return createJobs({
    journal,
    schema: licenseJobSchema,
    operations: [createChangeLicenses({ licensing, timeForChanges: (count) => graph.timeForWrites(count) })],
    locks: createMemoryLocks().tab(),
    channel: createMemoryChannel(),
    owner: () => ({ tenantId: tenant.id, accountId: 'admin', name: undefined }),
    clock,
    newId: newUuid,
    resumePolicy: createResumePolicy({ clock, random }),
  });
}

import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { systemClock } from '../../../src/base/clock';
import { newUuid } from '../../../src/base/ids';
import { seededRandom } from '../../../src/base/random';
import { createGraphEmulator } from '../../../src/sandbox/graph/createGraphEmulator';
import type { GraphEmulator } from '../../../src/sandbox/graph/graphEmulator';
import { publishedQuota } from '../../../src/sandbox/graph/quota/quotaSettings';
import { nodeListener } from '../../../src/sandbox/server/nodeServer';
import { originSets } from '../../../src/sandbox/server/origins';
import type { Site } from '../../../src/sandbox/server/siteTypes';
import { openTenant } from '../../../src/sandbox/tenant/openTenant';
import type { Tenant } from '../../../src/sandbox/tenant/tenant';
import { leaveSeats, product } from '../../faults/environment/people';
import { tokenReader } from '../../faults/environment/tokens';
import { latencyInMs, usersFor } from './contest';
import type { Contest } from './contest';

/** A service on loopback with a fresh tenant, the published quotas and latency. */
interface Service {
  readonly tenant: Tenant;
  readonly emulator: GraphEmulator;
  readonly origin: string;
  close(): Promise<void>;
}

/** Serves the emulator for one contest. */
export async function serve({ people, seed, faults }: Contest): Promise<Service> {
  const clock = systemClock;
  const tenant = openTenant({ users: usersFor(people), folder: undefined, clock });
  leaveSeats(tenant, product, 1_000_000);
  const read = tokenReader(clock);
  const emulator = createGraphEmulator({
    tenant,
    clock,
    // The CLI has its token in the shape of a JSON Web Token.
    verifyToken: (bearer) => read(bearer.split('.')[1] ?? bearer),
    random: seededRandom(seed + 1),
    newId: newUuid,
    quota: publishedQuota,
  });
  emulator.faults.set(faults);
  const site: Site = async (request) => {
    await clock.wait(latencyInMs / 2);
    const answer = await emulator.handle(request);
    await clock.wait(latencyInMs / 2);
    return answer;
  };
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  const origins = originSets({ host: port, tab: port, graph: port, login: port });
  server.on('request', nodeListener(site, 'graph', origins));
  return {
    tenant,
    emulator,
    origin: origins.plain.graph,
    close: () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
}

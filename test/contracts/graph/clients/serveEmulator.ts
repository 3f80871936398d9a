import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { systemClock } from '../../../../src/base/clock';
import { newUuid } from '../../../../src/base/ids';
import { seededRandom } from '../../../../src/base/random';
import { createGraphEmulator } from '../../../../src/sandbox/graph/createGraphEmulator';
import { createIssuer } from '../../../../src/sandbox/identity/createIssuer';
import { openIssuerKeys } from '../../../../src/sandbox/identity/issuerKeys';
import { createGraphSite } from '../../../../src/sandbox/server/graphSite';
import { nodeListener } from '../../../../src/sandbox/server/nodeServer';
import { originSets } from '../../../../src/sandbox/server/origins';
import { openTenant } from '../../../../src/sandbox/tenant/openTenant';
import type { PersonaKey } from '../../../../src/sandbox/tenant/personas';
import { moreScopes } from '../openOwnEmulator';

/** Serves an emulator on loopback over the sandbox's own server, with real signed tokens. */
export async function serveEmulator() {
  const clock = systemClock;
  const tenant = openTenant({ users: 200, folder: undefined, clock });
  const issuer = createIssuer({ clock, tenantId: tenant.id, keys: await openIssuerKeys(undefined) });
  const emulator = createGraphEmulator({
    tenant,
    verifyToken: issuer.verify,
    clock,
    random: seededRandom(7),
    newId: newUuid,
  });
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  const origins = originSets({ host: port, tab: port, graph: port, login: port });
  server.on(
    'request',
    nodeListener(
      createGraphSite(() => emulator, clock, []),
      'graph',
      origins,
    ),
  );
  return {
    tenant,
    emulator,
    /** Address of the service, reached instead of graph.microsoft.com. */
    origin: origins.plain.graph,
    tokenOf: async (key: PersonaKey = 'global-admin'): Promise<string> => {
      const persona = tenant.personas.find((known) => known.key === key);
      if (!persona) throw new Error(`no persona ${key}`);
      return (await issuer.mint({ persona, clientId: 'client', scopes: moreScopes })).accessToken;
    },
    close: (): Promise<void> =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
}

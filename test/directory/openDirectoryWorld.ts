import { seededRandom } from '../../src/base/random';
import { createDirectory } from '../../src/directory/createDirectory';
import { createGraph } from '../../src/graph/createGraph';
import type { HttpRequest, Send } from '../../src/http/types';
import { createGraphEmulator } from '../../src/sandbox/graph/createGraphEmulator';
import type { Fault } from '../../src/sandbox/graph/faults';
import type { ReplicationLag } from '../../src/sandbox/graph/directorySettings';
import { publishedQuota } from '../../src/sandbox/graph/quota/quotaSettings';
import { openTenant } from '../../src/sandbox/tenant/openTenant';
import { emulatorSend } from '../support/emulatorSend';
import { createVirtualClock } from '../support/virtualClock';

const scopes = [
  'User.Read',
  'User.Read.All',
  'GroupMember.Read.All',
  'GroupMember.ReadWrite.All',
  'Group.ReadWrite.All',
  'LicenseAssignment.ReadWrite.All',
  'AuditLog.Read.All',
];

/** Options of the world of a test; without them it has no faults. */
export interface DirectoryWorldOptions {
  /** People of the tenant; default 400. */
  readonly users?: number;
  readonly faults?: readonly Fault[];
  readonly lag?: Partial<ReplicationLag>;
  readonly seed?: number;
}

/** The directory over the whole transport and the emulator with its published quotas, 300 ms away, in virtual time. */
export function openDirectoryWorld({
  users = 400,
  faults = [],
  lag = {},
  seed = 1,
}: DirectoryWorldOptions = {}) {
  const clock = createVirtualClock();
  const random = seededRandom(seed);
  const tenant = openTenant({ users, folder: undefined, clock });
  let ids = 0;
  const emulator = createGraphEmulator({
    tenant,
    clock,
    random,
    newId: () => `00000000-0000-4000-8000-${(ids += 1).toString().padStart(12, '0')}`,
    quota: { ...publishedQuota },
    lag,
    log: (line) => unserved.push(line),
    verifyToken: () => {
      const oid = tenant.personas.find(({ key }) => key === 'global-admin')?.userId ?? '';
      return Promise.resolve({ oid, tid: tenant.id, scp: scopes, appid: 'app', iat: 0, exp: 9e9 });
    },
  });
  const unserved: string[] = [];
  emulator.faults.set(faults);
  const exchanges: HttpRequest[] = [];
  const wire = emulatorSend(emulator, 'token');
  const send: Send = async (request) => {
    exchanges.push(request);
    await clock.wait(150);
    const answer = await wire(request);
    await clock.wait(150);
    return answer;
  };
  const graph = createGraph({ graphUrl: 'https://graph.microsoft.com', send, clock, random });
  return {
    directory: createDirectory(graph, { clock, random }),
    clock,
    tenant,
    emulator,
    unserved,
    exchanges,
    members: (groupId: string) => new Set(tenant.group(groupId)?.memberIds),
    /** Methods and paths of all items so far. */
    items: () =>
      exchanges.flatMap(({ body }) => {
        const { requests } = JSON.parse(body ?? '{}') as { requests: { method: string; url: string }[] };
        return requests.map(({ method, url }) => `${method} ${url.split('?')[0]}`);
      }),
  };
}

import { seededRandom } from '../../../src/base/random';
import { createDirectory } from '../../../src/directory/createDirectory';
import type { Directory } from '../../../src/directory/types';
import { createGraph } from '../../../src/graph/createGraph';
import { createPipeline } from '../../../src/http/createPipeline';
import type { HttpRequest } from '../../../src/http/types';
import { createGraphAdapter } from '../../../src/licensing/adapters/graph/createGraphAdapter';
import type { LicensingAdapter } from '../../../src/licensing/licensingAdapter';
import type { VerifyToken } from '../../../src/sandbox/graph/accessClaims';
import { createGraphEmulator } from '../../../src/sandbox/graph/createGraphEmulator';
import type { GraphEmulator } from '../../../src/sandbox/graph/graphEmulator';
import type { Fault } from '../../../src/sandbox/graph/faults';
import { openTenant } from '../../../src/sandbox/tenant/openTenant';
import type { Tenant } from '../../../src/sandbox/tenant/tenant';
import type { PersonaKey } from '../../../src/sandbox/tenant/personas';
import { manualClock } from '../../base/manualClock';
import { productKeyOf } from '../../licensing/support/samples';
import { emulatorSend } from '../../support/emulatorSend';
import { castTenant } from './castTenant';
import type { Disturbance, LicensingWorld } from './licensingWorld';

const scopes = [
  'User.Read',
  'User.Read.All',
  'GroupMember.Read.All',
  'LicenseAssignment.Read.All',
  'LicenseAssignment.ReadWrite.All',
  'GroupMember.ReadWrite.All',
  'User.ReadWrite.All',
  'Group.ReadWrite.All',
];

/** The emulator's clock stands still, so that anything above 0 is never over. */
const lateInMs = 60_000;

const faults: Readonly<Record<Disturbance, Omit<Fault, 'pathPattern'>>> = {
  'lost-answer': { kind: 'lost-answer', rate: 1 },
  'lost-answer-once': { kind: 'lost-answer', rate: 1, limit: 1 },
  'lost-request': { kind: 'lost-request', rate: 1 },
  'lost-request-once': { kind: 'lost-request', rate: 1, limit: 1 },
  // With this seed the first two attempts are hit, and the third is not.
  'busy-for-a-while': { kind: 'concurrency', rate: 0.5, seed: 7 },
  'busy-for-ever': { kind: 'concurrency', rate: 1 },
  broken: { kind: 'server-error', rate: 1 },
  forbidden: { kind: 'forbidden', rate: 1 },
};

/** Parts of an adapter over the emulator, beside the adapter. */
export interface GraphWorld extends LicensingWorld {
  /** Every request as it went out. */
  readonly sent: readonly HttpRequest[];
  readonly emulator: GraphEmulator;
  /** The directory of the adapter's account. */
  readonly directory: Directory;
  readonly tenant: Tenant;
  /** The adapter of another account. */
  readonly adapterOf: (persona: PersonaKey) => LicensingAdapter;
}

/** A fresh tenant behind the Graph emulator, with the whole client over it but for the network and the sign-in. */
export function openGraphWorld(): GraphWorld {
  const clock = manualClock({ nowInMs: Date.parse('2026-03-02T09:00:00Z') });
  const tenant = openTenant({ folder: undefined, clock });
  const unserved: string[] = [];
  const emulator = createGraphEmulator({
    tenant,
    clock,
    verifyToken: tokensOf(tenant),
    random: seededRandom(1),
    newId: numberedIds(),
    log: (line) => unserved.push(line),
  });
  const sent: HttpRequest[] = [];
  const adapterOf = (persona: PersonaKey): LicensingAdapter => connect(emulator, persona, sent).adapter;
  return {
    ...connect(emulator, 'license-admin', sent),
    // License Administrators make no groups.
    directory: connect(emulator, 'user-admin', sent).directory,
    tenant,
    readerAdapter: adapterOf('global-reader'),
    adapterOf,
    cast: castTenant(tenant),
    sent,
    emulator,
    people: () => tenant.users.map(({ id }) => id),
    // The row itself, since reading the whole truth for each person of a page is slow.
    paths: (userId, product) =>
      (tenant.user(userId)?.licenses ?? []).flatMap((source) =>
        productKeyOf(source.skuId) === product && source.state === 'Active'
          ? [source.groupId ?? 'direct']
          : [],
      ),
    holders: (product) =>
      Object.entries(tenant.groundTruth().holders).flatMap(([userId, held]) =>
        held.some((each) => productKeyOf(each.skuId) === product && each.paths.length > 0) ? [userId] : [],
      ),
    settle: () => emulator.settle(),
    disturb: (disturbance) =>
      emulator.faults.set([{ ...faults[disturbance], pathPattern: 'POST */assignLicense' }]),
    lateReadings: () => Object.assign(emulator.lag, { readsInMs: lateInMs, indexInMs: lateInMs }),
    close: () => {
      tenant.close();
      if (unserved.length > 0) throw new Error(unserved.join('\n'));
    },
  };
}

/** The whole client of one account. */
interface Client {
  readonly adapter: LicensingAdapter;
  readonly directory: Directory;
}

function connect(emulator: GraphEmulator, persona: PersonaKey, sent: HttpRequest[]): Client {
  const wire = emulatorSend(emulator);
  // Waits of the client cost no time; the emulator's clock stands still, so that groups are processed only on request.
  const clock = manualClock({ isInstant: true });
  const random = seededRandom(1);
  const send = createPipeline({
    send: (request) => {
      sent.push(request);
      return wire(request);
    },
    getToken: () => Promise.resolve(persona),
    clock,
  });
  const graph = createGraph({ graphUrl: 'https://graph.microsoft.com', send, clock, random });
  return {
    adapter: createGraphAdapter(graph, { clock, random, holdersPerPage: 100 }),
    directory: createDirectory(graph, { clock, random }),
  };
}

/** Takes the name of a persona for its token. */
function tokensOf(tenant: Tenant): VerifyToken {
  return (bearer) => {
    const persona = tenant.personas.find(({ key }) => key === bearer);
    if (!persona) return Promise.reject(new Error(`no persona is called ${bearer}`));
    return Promise.resolve({
      oid: persona.userId,
      tid: tenant.id,
      scp: scopes,
      appid: 'app',
      iat: 0,
      exp: Number.MAX_SAFE_INTEGER,
    });
  };
}

function numberedIds(): () => string {
  let last = 0;
  return () => `00000000-0000-4000-8000-${String((last += 1)).padStart(12, '0')}`;
}

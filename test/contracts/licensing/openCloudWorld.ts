// cspell:ignore mzxw ytboi
import { seededRandom } from '../../../src/base/random';
import { createGraph } from '../../../src/graph/createGraph';
import { createPipeline } from '../../../src/http/createPipeline';
import type { HttpRequest } from '../../../src/http/types';
import { createCloudLicensingAdapter } from '../../../src/licensing/adapters/cloud-licensing/createCloudLicensingAdapter';
import { toPoolKey, toProductKey, type ProductKey } from '../../../src/licensing/keys';
import type { LicensingAdapter } from '../../../src/licensing/licensingAdapter';
import type { PoolRef } from '../../../src/licensing/types';
import { createGraphEmulator } from '../../../src/sandbox/graph/createGraphEmulator';
import type { DirectorySettings } from '../../../src/sandbox/graph/directorySettings';
import type { Fault } from '../../../src/sandbox/graph/faults';
import type { GraphEmulator } from '../../../src/sandbox/graph/graphEmulator';
import {
  allotmentsOf,
  consumedUnitsOf,
  type Allotment,
} from '../../../src/sandbox/graph/resources/beta/allotments';
import { openTenant } from '../../../src/sandbox/tenant/openTenant';
import type { Tenant } from '../../../src/sandbox/tenant/tenant';
import type { PersonaKey } from '../../../src/sandbox/tenant/personas';
import { manualClock } from '../../base/manualClock';
import { emulatorSend } from '../../support/emulatorSend';
import { castTenant } from './castTenant';
import type { Disturbance, LicensingWorld } from './licensingWorld';

/** Permissions that the app has without cloud licensing. */
const ownScopes = [
  'User.Read',
  'User.Read.All',
  'GroupMember.Read.All',
  'LicenseAssignment.Read.All',
  'LicenseAssignment.ReadWrite.All',
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

/** Calls that change assignments. */
export const writePaths = ['POST */assignments', 'PATCH */assignments/*', 'DELETE */assignments/*'];

/** Parts of a world over cloud licensing. */
export interface CloudClient {
  readonly tenant: Tenant;
  readonly emulator: GraphEmulator;
  /** Every request as it went out. */
  readonly sent: HttpRequest[];
  /** The adapter of an account; `given` are permissions besides the app's own, default Directory.Read.All. */
  readonly adapterOf: (
    persona: PersonaKey,
    given?: readonly string[],
    mayAskFor?: () => boolean,
  ) => LicensingAdapter;
  readonly close: () => void;
}

/** A fresh tenant behind the Graph emulator, with cloud licensing, and the whole client over it but for the network. */
export function openCloudClient(settings: Partial<DirectorySettings> = {}): CloudClient {
  const clock = manualClock({ nowInMs: Date.parse('2026-03-02T09:00:00Z') });
  const tenant = openTenant({ folder: undefined, clock });
  const unserved: string[] = [];
  let last = 0;
  const emulator = createGraphEmulator({
    tenant,
    clock,
    verifyToken: (bearer) => {
      const [key, given = ''] = bearer.split('/');
      const persona = tenant.personas.find((each) => each.key === key);
      if (!persona) return Promise.reject(new Error(`no persona is called ${bearer}`));
      const scp = [...ownScopes, ...given.split(' ')];
      const oid = persona.userId;
      return Promise.resolve({
        oid,
        tid: tenant.id,
        scp,
        appid: 'app',
        iat: 0,
        exp: Number.MAX_SAFE_INTEGER,
      });
    },
    random: seededRandom(1),
    newId: () => `00000000-0000-4000-8000-${String((last += 1)).padStart(12, '0')}`,
    log: (line) => unserved.push(line),
  });
  Object.assign(emulator.settings, settings);
  const sent: HttpRequest[] = [];
  const wire = emulatorSend(emulator);
  return {
    tenant,
    emulator,
    sent,
    adapterOf: (persona, given = ['Directory.Read.All'], mayAskFor = () => true) => {
      const ownClock = manualClock({ isInstant: true });
      const random = seededRandom(1);
      const send = createPipeline({
        send: (request) => {
          sent.push(request);
          return wire(request);
        },
        getToken: () => Promise.resolve(`${persona}/${given.join(' ')}`),
        clock: ownClock,
      });
      const graph = createGraph({ graphUrl: 'https://graph.microsoft.com', send, clock: ownClock, random });
      return createCloudLicensingAdapter(graph, { clock: ownClock, random, mayAskFor, holdersPerPage: 100 });
    },
    close: () => {
      tenant.close();
      if (unserved.length > 0) throw new Error(unserved.join('\n'));
    },
  };
}

/** Names that the adapter gives to a product of the emulator. */
function refTo(allotment: Allotment | undefined): PoolRef {
  if (!allotment) throw new Error('the tenant has no such allotment');
  const { id, sku, catalogId, plans } = allotment;
  const ids = plans.map((plan) => plan.id).sort();
  const product = sku
    ? toProductKey('sku', sku.skuId)
    : catalogId === undefined
      ? toProductKey('plans', ids.join('+'))
      : toProductKey('offer', catalogId);
  return { product, pool: toPoolKey('allotment', id) };
}

/** A fresh tenant with cloud licensing and the adapter over it, with a way to look behind. */
export function openCloudWorld(settings: Partial<DirectorySettings> = {}): LicensingWorld & CloudClient {
  const client = openCloudClient(settings);
  const { tenant, emulator, adapterOf } = client;
  const view = { tenant, directory: { settings: emulator.settings } };
  const allotments = allotmentsOf(view);
  const ofProduct = (product: ProductKey): readonly Allotment[] =>
    allotments.filter((each) => refTo(each).product === product);
  const paths = (userId: string, product: ProductKey): readonly string[] =>
    ofProduct(product).flatMap((allotment) => pathsTo(tenant, allotment, userId));
  return {
    ...client,
    adapter: adapterOf('license-admin'),
    readerAdapter: adapterOf('global-reader'),
    cast: castTenant(tenant, {
      refTo: (skuId) => refTo(allotments.find(({ directorySkuId }) => directorySkuId === skuId)),
      unowned: {
        product: toProductKey('offer', 'ZZZZZZZZZZZZ:0009'),
        pool: toPoolKey('allotment', 'mzxw6ytboi'),
      },
      foreign: {
        product: toProductKey('catalogue', 'example'),
        pool: toPoolKey('directory', 'ffffffff-0000-4000-8000-000000000000'),
      },
    }),
    limits: ['group-processing', 'assignment-dates'],
    people: () => tenant.users.map(({ id }) => id),
    paths: (userId, product) => [...new Set(paths(userId, product))],
    holders: (product) => tenant.users.flatMap(({ id }) => (paths(id, product).length > 0 ? [id] : [])),
    seatsTaken: (product) =>
      ofProduct(product).reduce((sum, allotment) => sum + consumedUnitsOf(allotment, view), 0),
    settle: () => emulator.settle(),
    disturb: (disturbance) =>
      emulator.faults.set(writePaths.map((pathPattern) => ({ ...faults[disturbance], pathPattern }))),
    lateReadings: () => Object.assign(emulator.lag, { readsInMs: lateInMs, indexInMs: lateInMs }),
  };
}

/** Returns the working ways of a person to a pool, by the rows of the tenant. */
function pathsTo(tenant: Tenant, { key, directorySkuId }: Allotment, userId: string): readonly string[] {
  if (directorySkuId !== undefined)
    return (tenant.user(userId)?.licenses ?? []).flatMap(({ skuId, state, groupId }) =>
      skuId === directorySkuId && state === 'Active' ? [groupId ?? 'direct'] : [],
    );
  if (!tenant.cloudSeats.get(key)?.holderIds.includes(userId)) return [];
  return tenant.cloudAssignments.all().flatMap(({ poolKey, ownerKind, ownerId }) => {
    if (poolKey !== key) return [];
    if (ownerKind === 'user') return ownerId === userId ? ['direct'] : [];
    return tenant.group(ownerId)?.memberIds.includes(userId) ? [ownerId] : [];
  });
}

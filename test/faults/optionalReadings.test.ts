import { seededRandom } from '../../src/base/random';
import { createDirectory } from '../../src/directory/createDirectory';
import type { Directory } from '../../src/directory/types';
import { createGraph } from '../../src/graph/createGraph';
import type { HttpRequest } from '../../src/http/types';
import { createGraphAdapter } from '../../src/licensing/adapters/graph/createGraphAdapter';
import type { LicensingAdapter } from '../../src/licensing/licensingAdapter';
import { createGraphEmulator } from '../../src/sandbox/graph/createGraphEmulator';
import { openTenant } from '../../src/sandbox/tenant/openTenant';
import { productIds } from '../../src/sandbox/tenant/products';
import { manualClock } from '../base/manualClock';
import { servingBatches } from '../graph/servingBatches';
import { answer } from '../http/answers';
import { productKeyOf } from '../licensing/support/samples';
import { emulatorSend } from '../support/emulatorSend';

const clock = manualClock({ nowInMs: Date.parse('2026-03-01T10:00:00Z'), isInstant: true });
const tenant = openTenant({ users: 200, folder: undefined, clock });
const learn = productKeyOf(productIds.learn);
const scopes = ['User.Read', 'User.Read.All', 'GroupMember.Read.All', 'LicenseAssignment.Read.All'];

const emulator = createGraphEmulator({
  tenant,
  clock,
  newId: () => 'request',
  random: seededRandom(1),
  log: () => undefined,
  verifyToken: () => {
    const oid = tenant.personas.find(({ key }) => key === 'unit-admin')?.userId ?? '';
    return Promise.resolve({ oid, tid: tenant.id, scp: scopes, appid: 'app', iat: 0, exp: 9e9 });
  },
});

/** A request as a kind: its path and query without the ids and names in them. */
function kindOf({ url }: HttpRequest): string {
  const { pathname, searchParams } = new URL(url);
  const kind = `${pathname.replace('/v1.0', '')}?${searchParams.get('$filter') ?? ''}`;
  return kind.replace(/[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}/g, 'id').replace(/'id'(,\s?'id')+/g, "'id'");
}

/** The app's readings over the emulator, in which every request of the kind `broken` is answered with `status`. */
function open(broken?: string, status = 500) {
  const sent: string[] = [];
  const wire = emulatorSend(emulator, 'token');
  const send = servingBatches((request) => {
    const kind = kindOf(request);
    sent.push(kind);
    const error = { error: { code: 'Broken', message: 'Broken.' } };
    return kind === broken ? Promise.resolve(answer(status, error)) : wire(request);
  });
  const graph = createGraph({ graphUrl: 'https://graph.microsoft.com', send, clock, random: () => 0 });
  return {
    directory: createDirectory(graph, { clock, random: () => 0 }),
    licensing: createGraphAdapter(graph, { clock, random: () => 0 }),
    sent,
  };
}

type Services = { readonly directory: Directory; readonly licensing: LicensingAdapter };

const someone = tenant.users.find(({ userType }) => userType === 'Member')?.id ?? '';
const team = tenant.groups[0]?.id ?? '';

/** Every reading that a page makes. */
const readings: Readonly<Record<string, (services: Services) => Promise<unknown>>> = {
  readMe: ({ directory }) => directory.readMe(),
  search: ({ directory }) => directory.search('Andrea'),
  readPhoto: ({ directory }) => directory.readPhoto(someone),
  readComposition: ({ directory }) => directory.readComposition(team),
  listProducts: ({ licensing }) => licensing.listProducts(),
  listUnlisted: ({ licensing }) => licensing.listUnlisted({ listed: [], known: [learn] }),
  listHolders: ({ licensing }) => licensing.listHolders({ product: learn }),
  listPeopleWithIssues: ({ licensing }) => licensing.listPeopleWithIssues(learn),
  listGroups: ({ licensing }) => licensing.listGroups(learn),
  readHoldings: ({ licensing }) => licensing.readHoldings([{ kind: 'user', id: someone }]),
  readGroupProgress: ({ licensing }) => licensing.readGroupProgress(team, learn),
  readOwnSeats: ({ licensing }) => licensing.readOwnSeats(),
};

const statuses = [404, 400, 403, 500, 501, 503];

/** Readings as a whole that pages do without, besides those that succeed without a part. */
const optional = new Set(['readPhoto', 'readComposition']);

test.each(Object.entries(readings))(
  '%s: what it does without takes two tries of a broken service at most, whatever it answers',
  async (name, read) => {
    const whole = open();
    await read(whole);
    const kinds = [...new Set(whole.sent)];
    expect(kinds.length).toBeGreaterThan(0);
    const runsOfOptional: { kind: string; status: number; isDoneWithout: boolean; isFew: boolean }[] = [];
    for (const kind of kinds) {
      const once = whole.sent.filter((each) => each === kind).length;
      const runs = await Promise.all(
        statuses.map(async (status) => {
          const app = open(kind, status);
          const isDoneWithout = await read(app).then(
            () => true,
            () => optional.has(name),
          );
          return { status, isDoneWithout, count: app.sent.filter((each) => each === kind).length };
        }),
      );
      // A refusal is no failure of the service: what is read in spite of a broken one is optional.
      if (!runs.some(({ status, isDoneWithout }) => status === 500 && isDoneWithout)) continue;
      for (const { status, isDoneWithout, count } of runs)
        runsOfOptional.push({ kind, status, isDoneWithout, isFew: count <= once * 2 });
    }
    expect(runsOfOptional.filter((each) => !each.isFew)).toEqual([]);
    expect(runsOfOptional.filter((each) => !each.isDoneWithout)).toEqual([]);
  },
);

// cspell:disable -- keys of the service are random letters
import { toPoolKey, toProductKey } from '../../../src/licensing/keys';
import type { Change, PoolRef } from '../../../src/licensing/types';
import { group, guid, refOf, user } from '../../licensing/support/samples';
import { assign } from './licensingWrites';
import type { Disturbance, LicensingCast, LicensingWorld } from './licensingWorld';
import { createMemoryAdapter, memorySpaces, type MemoryConnection } from './memoryAdapter';
import { createMemoryService, isWorking, type MemoryProduct, type SeatTable } from './memoryService';

/** A service in memory whose products have no SKUs, with one adapter. */
interface MemoryWorld extends LicensingWorld {
  /** The other pool of `cast.plain`, with one seat. */
  readonly secondPool: PoolRef;
  /** Every change as it was sent, also of attempts that the service did not get. */
  readonly sent: readonly Change[];
}

function refTo(product: string, pool: string): PoolRef {
  return {
    product: toProductKey(memorySpaces.product, product),
    pool: toPoolKey(memorySpaces.pool, pool),
  };
}

const plain = refTo('G2ALO6SPZNK7:0001', 'MFRGGZDFMZTWQ2LK');
const secondPool = refTo('G2ALO6SPZNK7:0001', 'NRWW63TPOBYXE43U');
const other = refTo('G2ALO6SPZNK7:0002', 'OV3HO6DZPIZDGNBV');
const full = refTo('H7QW2MRTDXE4:0001', 'GEZDGNBVGY3TQOJQ');
const grouped = refTo('H7QW2MRTDXE4:0002', 'IFBEGRCFIZDUQSKK');
const suite = refTo('K3VYB5NPCJS6:0001', 'JNGE2TSPKBIVEU2U');
const conflicting = refTo('K3VYB5NPCJS6:0002', 'KVLFOWCZLJTWC3TE');
const dependent = refTo('K3VYB5NPCJS6:0003', 'MJWHK2LOM5SWG5BA');
const prohibited = refTo('K3VYB5NPCJS6:0004', 'ORUGKIDROVUWG2ZA');

const groupedPlan = guid(701);
const prohibitedCountry = 'TR';
const products: readonly MemoryProduct[] = [
  {
    key: plain.product,
    pools: [
      { key: plain.pool, total: 40 },
      { key: secondPool.pool, total: 1 },
    ],
  },
  ownedOnce(other, 10),
  ownedOnce(full, 6),
  { ...ownedOnce(grouped, 200), planIds: [guid(700), groupedPlan] },
  ownedOnce(suite, 10),
  { ...ownedOnce(conflicting, 10), conflictsWith: suite.product },
  { ...ownedOnce(dependent, 10), requires: suite.product },
  { ...ownedOnce(prohibited, 10), prohibitedIn: prohibitedCountry },
];

function ownedOnce({ product, pool }: PoolRef, total: number): MemoryProduct {
  return { key: product, pools: [{ key: pool, total }] };
}

const locations: Readonly<Record<number, string | undefined>> = { 5: undefined, 6: prohibitedCountry };
const users = Array.from({ length: 320 }, (_, number) =>
  user(number, {
    displayName: `${['Ada', 'Bo', 'Cleo', 'Dag', 'Eli', 'Fay', 'Gro'][number % 7]} Person ${number}`,
    ...(number in locations && { usageLocation: locations[number] }),
  }),
);

/** Ids of the users from one number up to, but not including, the other. */
function idsOf(from: number, to: number): string[] {
  return users.slice(from, to).map(({ id }) => id);
}

const groups = [
  { principal: group(901), memberIds: idsOf(100, 240) },
  { principal: group(902), memberIds: idsOf(50, 60) },
  { principal: group(903), memberIds: [...idsOf(20, 30), guid(905)] },
  { principal: group(904, { groupKind: 'distribution', isSecurityEnabled: false }), memberIds: [] },
  { principal: group(905), memberIds: idsOf(30, 36) },
];

/** Effect on one attempt to send a change. */
type Effect = 'none' | 'lose-answer' | 'lose-request' | 'conflict' | 'forbid';

/** Effects on the attempts one after another; the last one stays. */
const effectsOf: Readonly<Record<Disturbance, readonly Effect[]>> = {
  'lost-answer': ['lose-answer'],
  'lost-answer-once': ['lose-answer', 'none'],
  'lost-request': ['lose-request'],
  'lost-request-once': ['lose-request', 'none'],
  'busy-for-a-while': ['conflict', 'conflict', 'none'],
  'busy-for-ever': ['conflict'],
  broken: ['lose-request'],
  forbidden: ['forbid'],
};

const denied = () => Promise.resolve('forbidden' as const);

const person = (number: number) => ({ kind: 'user', id: guid(number) }) as const;
const groupRef = (number: number) => ({ kind: 'group', id: guid(number) }) as const;

const cast: LicensingCast = {
  ...{ plain, other, full, grouped, groupedPlan, conflicting, dependent, prohibited },
  unowned: refTo('ZZZZZZZZZZZZ:0001', 'PIZDGNBVGY3TQOJQ'),
  foreign: refOf(900),
  self: person(1),
  newcomer: person(2),
  holder: person(3),
  conflicted: person(4),
  homeless: person(5),
  expatriate: person(6),
  twice: person(100),
  inheritor: person(101),
  givingGroup: groupRef(901),
  givingGroupName: 'Group 901',
  waitingGroup: groupRef(902),
  nestedGroup: groupRef(903),
  nestedGroupMembers: idsOf(20, 30),
  mailList: groupRef(904),
  unknownPerson: person(999_999),
};

const seeds: readonly Change[] = [
  assign(cast.holder, plain),
  assign(cast.conflicted, suite),
  assign(cast.twice, grouped),
  assign(cast.givingGroup, grouped),
  assign(cast.waitingGroup, full),
];

/** Creates a fresh service in memory, in which people and groups hold what the cast says. */
export function openMemoryWorld(): MemoryWorld {
  const service = createMemoryService({ users, groups, products });
  for (const seed of seeds) service.change(seed);
  service.settle();
  const sent: Change[] = [];
  let effects: readonly Effect[] = ['none'];
  let frozen: SeatTable | undefined;
  const send: MemoryConnection['send'] = (change) => {
    sent.push(change);
    const [effect, ...rest] = effects;
    if (rest.length > 0) effects = rest;
    if (effect === 'forbid') return denied();
    if (effect === 'lose-request') return Promise.resolve('lost');
    if (effect === 'conflict') return Promise.resolve('concurrent-change');
    const refusal = service.change(change);
    return Promise.resolve(effect === 'lose-answer' ? 'lost' : refusal);
  };
  const read = () => frozen ?? service.seats();
  const seatsOf = (id: string) => service.seats().get(id) ?? [];
  const paths: LicensingWorld['paths'] = (userId, product) =>
    seatsOf(userId)
      .filter((seat) => seat.product === product && isWorking(seat))
      .map(({ path }) => (path.kind === 'direct' ? 'direct' : path.groupId));
  return {
    adapter: createMemoryAdapter({ service, accountId: cast.self.id, read, send }),
    readerAdapter: createMemoryAdapter({ service, accountId: guid(7), read, send: denied }),
    cast,
    secondPool,
    sent,
    people: () => users.map(({ id }) => id),
    paths,
    holders: (product) => users.flatMap(({ id }) => (paths(id, product).length > 0 ? [id] : [])),
    settle: () => service.settle(),
    disturb: (disturbance) => {
      effects = effectsOf[disturbance];
    },
    lateReadings: () => {
      frozen = service.seats();
    },
    close: () => undefined,
  };
}

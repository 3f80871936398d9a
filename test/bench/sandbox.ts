// How fast the emulator is as its tenant grows, inside the process: start-up, reads, a write, and memory.
import { spawnSync } from 'node:child_process';
import { newUuid } from '../../src/base/ids';
import { seededRandom } from '../../src/base/random';
import { systemClock } from '../../src/base/clock';
import type { AccessClaims } from '../../src/sandbox/graph/accessClaims';
import { createGraphEmulator } from '../../src/sandbox/graph/createGraphEmulator';
import type { GraphEmulator } from '../../src/sandbox/graph/graphEmulator';
import { openTenant } from '../../src/sandbox/tenant/openTenant';
import type { Tenant } from '../../src/sandbox/tenant/tenant';

interface Measured {
  readonly name: string;
  readonly unit: 'ms' | 'MiB';
  readonly p50?: number;
  readonly p95: number;
  /** Promised maximum; undefined if there is none. */
  readonly budget?: number;
}

const sizes = [1_000, 10_000, 100_000];
const warmUps = 10;
const rounds = 60;
const learnId = '5ace5b58-6a68-416c-8775-124d5d88d23e';

/** One kind of request; `place` makes each round another one. */
interface Probe {
  readonly name: string;
  /** True for a page or a prefix search, which are promised within 20 ms. */
  readonly isPromised?: boolean;
  readonly isEventual?: boolean;
  readonly request: (tenant: Tenant, place: number) => { target: string; body?: unknown };
}

const prefixes = ['an', 'ma', 'Jo', 'li', 'So', 'åsa', 'Ka', 'el', 'zz', 'Gr'];
const prefixOf = (place: number): string => prefixes[place % prefixes.length] ?? 'an';
const largestGroup = (tenant: Tenant): string =>
  tenant.groups.reduce((most, group) => (group.memberIds.length > most.memberIds.length ? group : most)).id;

const probes: readonly Probe[] = [
  { name: 'page of 100 users', isPromised: true, request: () => ({ target: '/users?$top=100' }) },
  {
    name: 'page of 999, last ones',
    isPromised: true,
    request: () => ({ target: '/users?$top=999&$select=id,displayName' }),
  },
  {
    name: 'prefix search',
    isPromised: true,
    request: (_tenant, place) => ({
      target: `/users?$filter=startswith(displayName,'${encodeURIComponent(prefixOf(place))}')&$top=25`,
    }),
  },
  {
    name: '$search in names',
    isEventual: true,
    request: (_tenant, place) => ({
      target: `/users?$search="displayName:${encodeURIComponent(prefixOf(place))}"&$top=25`,
    }),
  },
  {
    name: '$search with $count',
    isEventual: true,
    request: (_tenant, place) => ({
      target: `/users?$search="displayName:${encodeURIComponent(prefixOf(place))}"&$count=true&$top=25`,
    }),
  },
  {
    name: 'filter by license',
    request: () => ({
      target: `/users?$filter=assignedLicenses/any(x:x/skuId eq ${learnId})&$select=id,displayName&$top=100`,
    }),
  },
  {
    name: 'members page, largest group',
    isPromised: true,
    request: (tenant) => ({ target: `/groups/${largestGroup(tenant)}/members?$top=100` }),
  },
  {
    name: 'groups with license errors',
    request: () => ({ target: '/groups?$filter=hasMembersWithLicenseErrors eq true' }),
  },
  { name: 'subscribedSkus', request: () => ({ target: '/subscribedSkus' }) },
  {
    name: 'assignLicense',
    request: (tenant, place) => ({
      target: `/users/${tenant.users.filter(({ usageLocation }) => usageLocation === 'SE')[place]?.id}/assignLicense`,
      body: { addLicenses: [{ skuId: learnId }], removeLicenses: [] },
    }),
  },
];

function tokenFor(tenant: Tenant): string {
  const claims: AccessClaims = {
    oid: tenant.personas[0]?.userId ?? '',
    tid: tenant.id,
    appid: 'bench',
    scp: [
      'User.ReadWrite.All',
      'Group.ReadWrite.All',
      'LicenseAssignment.ReadWrite.All',
      'Directory.ReadWrite.All',
    ],
    iat: 0,
    exp: 9e9,
  };
  return JSON.stringify(claims);
}

async function measure(probe: Probe, emulator: GraphEmulator, tenant: Tenant): Promise<Measured> {
  const times: number[] = [];
  for (let place = 0; place < warmUps + rounds; place += 1) {
    const { target, body } = probe.request(tenant, place);
    const headers: Record<string, string> = {
      authorization: `Bearer ${Buffer.from(tokenFor(tenant)).toString('base64url')}`,
    };
    if (probe.isEventual) headers['consistencylevel'] = 'eventual';
    const startedAt = systemClock.monotonic();
    const { status } = await emulator.handle({
      method: body === undefined ? 'GET' : 'POST',
      url: `https://graph.microsoft.com/v1.0${target}`,
      headers,
      body: body === undefined ? undefined : JSON.stringify(body),
    });
    if (place >= warmUps) times.push(systemClock.monotonic() - startedAt);
    if (status >= 400 && probe.name !== 'assignLicense') throw new Error(`${target} answered ${status}`);
  }
  return { name: probe.name, unit: 'ms', ...percentiles(times), budget: probe.isPromised ? 20 : undefined };
}

function percentiles(times: readonly number[]): { p50: number; p95: number } {
  const sorted = [...times].sort((left, right) => left - right);
  const at = (share: number): number => sorted[Math.floor(sorted.length * share)] ?? 0;
  return { p50: at(0.5), p95: at(0.95) };
}

/** Everything of one size, in a process of its own, so that memory is that of one tenant. */
async function measureSize(users: number): Promise<Measured[]> {
  const usedBefore = process.cpuUsage();
  const startedAt = systemClock.monotonic();
  const tenant = openTenant({ users, folder: undefined, clock: systemClock });
  const emulator = createGraphEmulator({
    tenant,
    clock: systemClock,
    random: seededRandom(1),
    newId: newUuid,
    verifyToken: (bearer) =>
      Promise.resolve(JSON.parse(Buffer.from(bearer, 'base64url').toString()) as AccessClaims),
  });
  const { user, system } = process.cpuUsage(usedBefore);
  const results: Measured[] = [
    { name: 'start-up', unit: 'ms', p95: systemClock.monotonic() - startedAt, budget: 5_000 },
    { name: 'its processor time', unit: 'ms', p95: (user + system) / 1_000 },
  ];
  for (const probe of probes) results.push(await measure(probe, emulator, tenant));
  results.push({ name: 'memory', unit: 'MiB', p95: process.memoryUsage().rss / 2 ** 20, budget: 1_024 });
  return results;
}

function printTable(users: number, results: readonly Measured[]): void {
  console.log(
    `\n${users.toLocaleString('en')} users`.padEnd(32) + '     p50        p95     budget   p95 / budget',
  );
  for (const { name, unit, p50, p95, budget } of results) {
    const cells = [
      p50?.toFixed(1) ?? '',
      p95.toFixed(1),
      String(budget ?? ''),
      budget ? (p95 / budget).toFixed(2) : '',
    ];
    console.log(`${`${name} (${unit})`.padEnd(28)}${cells.map((cell) => cell.padStart(11)).join('')}`);
  }
}

async function main(): Promise<void> {
  const [, file = '', size] = process.argv;
  if (size !== undefined) {
    console.log(JSON.stringify(await measureSize(Number(size))));
    return;
  }
  for (const users of sizes) {
    const child = spawnSync(process.execPath, [...process.execArgv, file, String(users)], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    if (child.status !== 0) throw new Error(`The run with ${users} users failed.`);
    const results = JSON.parse(child.stdout.toString()) as Measured[];
    printTable(users, results);
    if (results.some(({ p95, budget = Infinity }) => p95 > budget)) process.exitCode = 1;
  }
}

void main();

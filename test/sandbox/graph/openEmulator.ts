import type { Clock } from '../../../src/base/clock';
import type { NewId } from '../../../src/base/ids';
import { seededRandom } from '../../../src/base/random';
import type { AccessClaims } from '../../../src/sandbox/graph/accessClaims';
import type { GraphEmulator } from '../../../src/sandbox/graph/graphEmulator';
import { createGraphEmulator } from '../../../src/sandbox/graph/createGraphEmulator';
import { TokenExpired } from '../../../src/sandbox/graph/accessClaims';
import type { Tenant } from '../../../src/sandbox/tenant/tenant';
import type { PersonaKey } from '../../../src/sandbox/tenant/personas';
import { openTenant } from '../../../src/sandbox/tenant/openTenant';

/** Scopes that are enough for everything the emulator serves. */
export const allScopes = [
  'User.Read',
  'User.Read.All',
  'User.ReadWrite.All',
  'GroupMember.Read.All',
  'LicenseAssignment.Read.All',
  'LicenseAssignment.ReadWrite.All',
];

/** A clock that stands still until it is moved. */
export class StillClock implements Clock {
  time = Date.UTC(2026, 4, 11, 9, 30);
  readonly waits: number[] = [];
  now(): number {
    return this.time;
  }
  monotonic(): number {
    return this.time;
  }
  wait(delayInMs: number): Promise<void> {
    this.waits.push(delayInMs);
    return Promise.resolve();
  }
}

/** An answer with its JSON parsed. */
export interface Reply {
  status: number;
  headers: Readonly<Record<string, string>>;
  body: Record<string, unknown> & {
    value?: Record<string, unknown>[];
    error?: { code: string; message: string };
  };
  raw: string | Uint8Array | undefined;
}

/** Options of a request besides method and path. */
export interface AskOptions {
  as?: PersonaKey;
  scopes?: readonly string[];
  headers?: Readonly<Record<string, string>>;
  body?: unknown;
  origin?: string;
  cp1?: boolean;
  /** Client id of the app that asks. */
  appid?: string;
  /** Default v1.0. */
  version?: 'beta';
  /** Time when the token was issued, in seconds since 1970; default long ago. */
  issuedAt?: number;
}

/** The header that makes a query advanced, together with `$count=true`. */
export const eventual = { consistencylevel: 'eventual' };

let shared: { tenant: Tenant; users: Tenant['users']; groups: Tenant['groups'] } | undefined;

/** Returns the tenant of this test file with all rows restored: opening one for each test would take long. */
function pristineTenant(clock: Clock): Tenant {
  if (!shared) {
    const tenant = openTenant({ users: 400, folder: undefined, clock });
    shared = { tenant, users: [...tenant.users], groups: [...tenant.groups] };
  }
  const { tenant, users, groups } = shared;
  tenant.save({
    users: users.filter((row) => tenant.users[row.index] !== row),
    groups: [
      ...groups.filter((row) => tenant.groups[row.index] !== row),
      // Groups that an earlier test made cannot be taken out of their places.
      ...tenant.groups.slice(groups.length).map((row) => ({ ...row, deletedDateTime: 'gone', licenses: [] })),
    ],
  });
  return tenant;
}

/** An emulator over a tenant of 400 in memory, and a way to ask it. The token is the claims in JSON. */
export function openEmulator({ tenant }: { tenant?: Tenant } = {}) {
  const clock = new StillClock();
  const opened = tenant ?? pristineTenant(clock);
  const logged: string[] = [];
  let ids = 0;
  const newId: NewId = () => `00000000-0000-4000-8000-${String((ids += 1)).padStart(12, '0')}`;
  const emulator: GraphEmulator = createGraphEmulator({
    tenant: opened,
    clock,
    random: seededRandom(7),
    newId,
    log: (line) => logged.push(line),
    verifyToken: (bearer) => {
      if (bearer === 'expired') return Promise.reject(new TokenExpired('over'));
      if (bearer === 'forged') return Promise.reject(new Error('Invalid signature.'));
      return Promise.resolve(JSON.parse(Buffer.from(bearer, 'base64url').toString()) as AccessClaims);
    },
  });
  const bearer = ({
    as = 'global-admin',
    scopes = allScopes,
    cp1 = false,
    issuedAt = 0,
    appid = 'app',
  }: AskOptions): string => {
    const persona = opened.personas.find(({ key }) => key === as);
    const claims: AccessClaims = {
      oid: persona?.userId ?? '',
      tid: opened.id,
      appid,
      scp: scopes,
      iat: issuedAt,
      exp: 9e9,
      ...(cp1 ? { xms_cc: ['cp1'] } : {}),
    };
    return Buffer.from(JSON.stringify(claims)).toString('base64url');
  };
  const ask = async (line: string, options: AskOptions = {}): Promise<Reply> => {
    const [, method = 'GET', target = ''] = /^(?:([A-Z]+) )?(.*)$/.exec(line) ?? [];
    const response = await emulator.handle({
      method,
      url: `${options.origin ?? 'https://graph.microsoft.com'}/${options.version ?? 'v1.0'}${target}`,
      headers: { authorization: `Bearer ${bearer(options)}`, ...options.headers },
      body: options.body === undefined ? undefined : JSON.stringify(options.body),
    });
    const isJson = typeof response.body === 'string' && /^\{.*\}$/s.test(response.body);
    return {
      status: response.status,
      headers: response.headers,
      raw: response.body,
      body: (isJson ? JSON.parse(response.body as string) : {}) as Reply['body'],
    };
  };
  return { emulator, tenant: opened, clock, ask, bearer, logged };
}

import { seededRandom } from '../../../src/base/random';
import type { Random } from '../../../src/base/random';
import type { Door } from '../../../src/licensing/door';
import { createMemoryJournal } from '../../../src/jobs/journal/createMemoryJournal';
import type { Journal } from '../../../src/jobs/journal/journal';
import { createGraphEmulator } from '../../../src/sandbox/graph/createGraphEmulator';
import type { GraphEmulator } from '../../../src/sandbox/graph/graphEmulator';
import { publishedQuota } from '../../../src/sandbox/graph/quota/quotaSettings';
import type { QuotaSettings } from '../../../src/sandbox/graph/quota/quotaSettings';
import { openTenant } from '../../../src/sandbox/tenant/openTenant';
import type { Tenant } from '../../../src/sandbox/tenant/tenant';
import { createVirtualClock } from '../../support/virtualClock';
import type { VirtualClock } from '../../support/virtualClock';
import type { DurableEvents } from '../check/checkIntents';
import { createNetwork } from './network';
import type { Network } from './network';
import { leaveSeats, otherProduct, product } from './people';
import type { Browser } from './openBrowser';
import { openBrowser } from './openBrowser';
import { tokenReader } from './tokens';

export interface EnvironmentOptions {
  /** Repeats everything that chance decides. */
  readonly seed: number;
  /** People in the tenant, 200 or more. */
  readonly users: number;
  /** Quota settings; default as published. */
  readonly quota?: Partial<QuotaSettings>;
  /** Milliseconds of one exchange on average; default 300. */
  readonly latencyInMs?: number;
  /** Milliseconds that a licensed group stays in each state; default 1,500. */
  readonly groupProcessingDelayInMs?: number;
  /** Seconds that a token lives; default an hour. */
  readonly tokensLiveForInS?: number;
  /** Door that the app changes licenses through; default is the directory. */
  readonly door?: Door;
  /** Default is a virtual one. */
  readonly clock?: VirtualClock;
}

/** A tenant behind the emulator, a network, and the browser of an admin; all of it in virtual time. */
export interface Environment {
  readonly clock: VirtualClock;
  readonly tenant: Tenant;
  readonly emulator: GraphEmulator;
  readonly network: Network;
  /** The journal of `browser`. */
  readonly journal: Journal;
  /** Events that this journal stored, in order. */
  readonly durable: readonly DurableEvents[];
  /** The browser of the admin under test. */
  readonly browser: Browser;
  /** The browser of another admin, with a journal of its own. */
  readonly otherBrowser: Browser;
  /** Chance for the story itself. */
  readonly random: Random;
  /** Requests that the emulator did not know. */
  readonly unserved: readonly string[];
}

const numberedIds = (prefix: string): (() => string) => {
  let last = 0;
  return () => `${prefix}${String((last += 1)).padStart(12, '0')}`;
};

/** Opens a new environment with plenty of seats of both products. */
export function openEnvironment(options: EnvironmentOptions): Environment {
  const { seed, users, quota, latencyInMs = 300, groupProcessingDelayInMs = 1_500 } = options;
  const { clock = createVirtualClock({ startsAtInMs: Date.UTC(2026, 2, 2, 9), limitInMs: 5 * 86_400_000 }) } =
    options;
  const tenant = openTenant({ users, folder: undefined, clock });
  leaveSeats(tenant, product, 1_000_000);
  leaveSeats(tenant, otherProduct, 1_000_000);
  const unserved: string[] = [];
  const emulator = createGraphEmulator({
    tenant,
    clock,
    verifyToken: tokenReader(clock),
    random: seededRandom(seed + 1),
    newId: numberedIds('a0000000-0000-4000-8000-'),
    quota: { ...publishedQuota, ...quota },
    groupProcessingDelayInMs,
    log: (line) => unserved.push(line),
  });
  const network = createNetwork({ emulator, clock, random: seededRandom(seed + 2), latencyInMs });
  const journal = createMemoryJournal();
  const durable: DurableEvents[] = [];
  const environment = { clock, tenant, emulator, network };
  const browsers = {
    ...environment,
    newId: numberedIds('5eed0000-0000-4000-8000-'),
    pageRandom: seededRandom(seed + 4),
    tokensLiveForInS: options.tokensLiveForInS,
    share: quota?.share ?? 1,
    door: options.door ?? 'directory',
  } as const;
  return {
    ...environment,
    journal,
    durable,
    browser: openBrowser({ ...browsers, name: 'one', persona: 'global-admin', journal, durable }),
    otherBrowser: openBrowser({
      ...browsers,
      name: 'other',
      persona: 'license-admin',
      journal: createMemoryJournal(),
      durable: [],
    }),
    random: seededRandom(seed + 3),
    unserved,
  };
}

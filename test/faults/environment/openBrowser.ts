import type { NewId } from '../../../src/base/ids';
import type { Random } from '../../../src/base/random';
import type { Door } from '../../../src/licensing/door';
import type { PersonaKey } from '../../../src/sandbox/tenant/personas';
import { memoryQuotaStore } from '../../graph/throttling/memoryQuotaStore';
import { createMemoryChannel } from '../../../src/jobs/tabs/jobChannel';
import { createMemoryLocks } from '../../../src/jobs/tabs/jobLocks';
import type { DurableEvents } from '../check/checkIntents';
import type { Page } from './openPage';
import { openPage } from './openPage';
import type { Environment } from './openEnvironment';

export interface BrowserParts extends Pick<
  Environment,
  'clock' | 'tenant' | 'emulator' | 'network' | 'journal'
> {
  readonly name: string;
  /** Account that is signed in. */
  readonly persona: PersonaKey;
  readonly newId: NewId;
  readonly pageRandom: Random;
  readonly tokensLiveForInS: number | undefined;
  /** Events that the journal stored, in order. */
  readonly durable: DurableEvents[];
  /** Part of the published quota that its pages reckon with. */
  readonly share: number;
  /** Door that its pages change licenses through. */
  readonly door: Door;
}

/** One browser: its tabs share a journal, locks and notes. */
export interface Browser {
  /** Opens a tab, for the account that is signed in or for another one. */
  openPage(persona?: PersonaKey): Page;
}

/** Opens a browser without a tab. */
export function openBrowser(parts: BrowserParts): Browser {
  const locks = createMemoryLocks();
  const channel = createMemoryChannel();
  const quotaStore = memoryQuotaStore();
  let opened = 0;
  return {
    openPage: (persona = parts.persona) => {
      const name = `${parts.name}/${(opened += 1)}`;
      return openPage({ ...parts, channel, quotaStore, locks: locks.tab(), name, persona });
    },
  };
}

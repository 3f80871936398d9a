import { isFaultKey } from '../faultChoices';
import type { FaultAim, FaultKey } from '../faultChoices';
import { settingWords } from '../graph/directorySettings';
import type { DirectorySettings, ReplicationLag } from '../graph/directorySettings';
import type { Fault } from '../graph/faults';
import type { QuotaReading } from '../graph/quota/quotaMeter';
import type { QuotaSettings } from '../graph/quota/quotaSettings';
import { isAdminAction } from '../graph/concurrentAdmin';
import type { AuditLog } from '../tenant/auditLog';
import type { Environment } from '../environment';
import { jsonBody } from './jsonBody';
import { jsonResponse } from './responses';
import type { SiteRequest, SiteResponse } from './siteTypes';
import { isFaultKind } from '../graph/faultKinds';

/** Everything that can be switched while the sandbox runs, as it is now. */
export interface SwitchesState {
  readonly faults: readonly FaultKey[];
  readonly aim: FaultAim;
  /** The faults of Graph in full. */
  readonly graph: readonly Fault[];
  readonly quota: QuotaSettings;
  readonly readings: readonly QuotaReading[];
  readonly lag: ReplicationLag;
  /** In JSON, a null life of links means unlimited. */
  readonly directory: DirectorySettings;
  /** Delay and retention of the audit log. */
  readonly audits: Pick<AuditLog, 'arrivalDelayInMs' | 'retentionInDays'>;
}

function stateOf({ faults, aim, emulator, tenant }: Environment): SwitchesState {
  const { arrivalDelayInMs, retentionInDays } = tenant.audits;
  return {
    faults,
    aim,
    graph: emulator.faults.list(),
    quota: emulator.quota.settings,
    readings: emulator.quota.readings(),
    lag: emulator.lag,
    directory: emulator.settings,
    audits: { arrivalDelayInMs, retentionInDays },
  };
}

const refuse = (error: string): SiteResponse => jsonResponse({ error }, 400);

function changeFaults(environment: Environment, request: SiteRequest): SiteResponse {
  const { faults = environment.faults, aim, graph } = jsonBody(request);
  if (graph !== undefined) {
    const read = readFaults(graph);
    if (typeof read === 'string') return refuse(read);
    environment.setGraphFaults(read);
    return jsonResponse({ faults: [], graph: read });
  }
  const isList =
    Array.isArray(faults) && faults.every((fault) => typeof fault === 'string' && isFaultKey(fault));
  if (!isList) return refuse('faults: a list of known fault names is needed');
  const read = aim === undefined ? environment.aim : readAim(aim);
  if (typeof read === 'string') return refuse(read);
  environment.setFaults(faults, read);
  return jsonResponse({ faults: environment.faults, aim: environment.aim });
}

/** JSON has no Infinity. */
function valueOf(name: string, value: unknown): unknown {
  return name === 'linksLiveInMs' && value === null ? Infinity : value;
}

/** Returns the first property of a change that the target doesn't have or whose value has another type. */
function firstUnknown(target: object, change: object): string | undefined {
  const known = target as Readonly<Record<string, unknown>>;
  const wrong = Object.entries(change).find(([name, given]) => {
    const value = valueOf(name, given);
    const words: Readonly<Record<string, readonly string[] | undefined>> = settingWords;
    const isWord = typeof value !== 'string' || (words[name]?.includes(value) ?? true);
    const isFit = Object.hasOwn(known, name) && typeof known[name] === typeof value && isWord;
    return !isFit || (typeof value === 'number' && value < 0);
  });
  return wrong?.[0];
}

function changeSwitches(environment: Environment, request: SiteRequest): SiteResponse {
  const { quota, lag, directory, audits } = jsonBody(request);
  const share = (quota as Partial<QuotaSettings> | undefined)?.share;
  if (share !== undefined && !(share > 0 && share <= 1)) return refuse('quota.share: above 0, up to 1');
  const { emulator, tenant } = environment;
  const changes = [
    [emulator.quota.settings, quota ?? {}],
    [emulator.lag, lag ?? {}],
    [emulator.settings, directory ?? {}],
    [tenant.audits, audits ?? {}],
  ] as const;
  for (const [target, change] of changes) {
    const unknown = firstUnknown(target, change);
    if (unknown !== undefined) return refuse(`${unknown}: not known, or no such value`);
  }
  for (const [target, change] of changes)
    for (const [name, value] of Object.entries(change))
      (target as unknown as Record<string, unknown>)[name] = valueOf(name, value);
  return jsonResponse(stateOf(environment));
}

function actAsOtherAdmin({ emulator }: Environment, request: SiteRequest): SiteResponse {
  const { action, skuIds = [], person } = jsonBody(request);
  if (!isAdminAction(action))
    return refuse('action: seats-taken, seats-freed, sku-suspended, sku-resumed or user-deleted');
  const ids = Array.isArray(skuIds) ? skuIds.map(String) : [];
  emulator.actAsOtherAdmin(action, { skuIds: ids, person: typeof person === 'string' ? person : undefined });
  return jsonResponse({ acted: true, writes: emulator.writes.entries().length });
}

/** Ends sessions as the directory would: by person, id or address. */
function challenge(environment: Environment, request: SiteRequest): SiteResponse {
  const { person, how = 'revoke' } = jsonBody(request);
  const user = typeof person === 'string' ? environment.tenant.user(person) : undefined;
  if (!user) return refuse('person: the id or address of somebody is needed');
  if (how === 'revoke') environment.emulator.revoke(user.id);
  else if (how === 'step-up') environment.emulator.demandStepUp(user.id);
  else return refuse('how: revoke or step-up');
  return jsonResponse({ challenged: user.id });
}

/** Answers what can be switched and done while the sandbox runs; `undefined` for every other request. */
export function answerSwitches(
  name: string,
  request: SiteRequest,
  environment: Environment,
): SiteResponse | undefined {
  switch (name) {
    case 'GET switches':
      return jsonResponse(stateOf(environment));
    case 'POST switches':
      return changeSwitches(environment, request);
    case 'POST faults':
      return changeFaults(environment, request);
    // The name that scripts for earlier versions use.
    case 'POST rival':
    case 'POST other-admin':
      return actAsOtherAdmin(environment, request);
    case 'POST challenge':
      return challenge(environment, request);
    default:
      return undefined;
  }
}

const numbers: Readonly<Record<string, (value: number) => boolean>> = {
  rate: (value) => value >= 0 && value <= 1,
  after: Number.isInteger,
  limit: Number.isInteger,
  seed: Number.isInteger,
};
const texts = ['pathPattern', 'person', 'item'];

/** Reads where faults strike; a text says what is wrong. */
function readAim(value: unknown): FaultAim | string {
  if (typeof value !== 'object' || value === null) return 'aim: an object is needed';
  for (const [name, part] of Object.entries(value)) {
    const isText = texts.includes(name) && typeof part === 'string';
    const isNumber = typeof part === 'number' && part >= 0 && (numbers[name]?.(part) ?? false);
    if (!isText && !isNumber) return `${name}: not known, or no such value`;
  }
  return value;
}

/** Reads a list of faults in full; a text says what is wrong. */
function readFaults(value: unknown): readonly Fault[] | string {
  if (!Array.isArray(value)) return 'graph: a list is needed';
  const read: Fault[] = [];
  for (const item of value as unknown[]) {
    const { kind, ...others } = (item ?? {}) as Readonly<Record<string, unknown>>;
    if (typeof kind !== 'string' || !isFaultKind(kind)) return `kind: not known: ${String(kind)}`;
    const aim = readAim(others);
    if (typeof aim === 'string') return aim;
    read.push({ rate: 1, ...aim, kind });
  }
  return read;
}

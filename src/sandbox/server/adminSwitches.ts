import { isFaultKey } from '../faultChoices';
import type { FaultAim, FaultKey } from '../faultChoices';
import type { DirectorySettings, ReplicationLag } from '../graph/directorySettings';
import type { Fault } from '../graph/faults';
import type { QuotaReading } from '../graph/quota/quotaMeter';
import type { QuotaSettings } from '../graph/quota/quotaSettings';
import { isRivalAction } from '../graph/concurrentAdmin';
import type { AuditLog } from '../tenant/auditLog';
import type { World } from '../environment';
import { jsonBody } from './jsonBody';
import { readAim, readFaults } from './readFaults';
import { jsonResponse } from './responses';
import type { SiteRequest, SiteResponse } from './siteTypes';

/** Everything that can be switched while the sandbox runs, as it is now. */
export interface SwitchesState {
  readonly faults: readonly FaultKey[];
  readonly aim: FaultAim;
  /** The faults of Graph in full. */
  readonly graph: readonly Fault[];
  readonly quota: QuotaSettings;
  readonly readings: readonly QuotaReading[];
  readonly lag: ReplicationLag;
  /** In JSON, null stands for links that live without end. */
  readonly directory: DirectorySettings;
  /** When entries of the audit log can be read. */
  readonly audits: Pick<AuditLog, 'arrivalDelayInMs' | 'retentionInDays'>;
}

function stateOf({ faults, aim, emulator, tenant }: World): SwitchesState {
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

function changeFaults(world: World, request: SiteRequest): SiteResponse {
  const { faults = world.faults, aim, graph } = jsonBody(request);
  if (graph !== undefined) {
    const read = readFaults(graph);
    if (typeof read === 'string') return refuse(read);
    world.setGraphFaults(read);
    return jsonResponse({ faults: [], graph: read });
  }
  const isList =
    Array.isArray(faults) && faults.every((fault) => typeof fault === 'string' && isFaultKey(fault));
  if (!isList) return refuse('faults: a list of known fault names is needed');
  const read = aim === undefined ? world.aim : readAim(aim);
  if (typeof read === 'string') return refuse(read);
  world.setFaults(faults, read);
  return jsonResponse({ faults: world.faults, aim: world.aim });
}

/** JSON has no Infinity. */
function valueOf(name: string, value: unknown): unknown {
  return name === 'linksLiveInMs' && value === null ? Infinity : value;
}

/** The first name of a change that the target does not have, or not with such a value. */
function firstUnknown(target: object, change: object): string | undefined {
  const known = target as Readonly<Record<string, unknown>>;
  const wrong = Object.entries(change).find(([name, given]) => {
    const value = valueOf(name, given);
    const isFit = Object.hasOwn(known, name) && typeof known[name] === typeof value;
    return !isFit || (typeof value === 'number' && value < 0);
  });
  return wrong?.[0];
}

function changeSwitches(world: World, request: SiteRequest): SiteResponse {
  const { quota, lag, directory, audits } = jsonBody(request);
  const share = (quota as Partial<QuotaSettings> | undefined)?.share;
  if (share !== undefined && !(share > 0 && share <= 1)) return refuse('quota.share: above 0, up to 1');
  const { emulator, tenant } = world;
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
  return jsonResponse(stateOf(world));
}

function letRivalAct({ emulator }: World, request: SiteRequest): SiteResponse {
  const { action, skuIds = [], person } = jsonBody(request);
  if (!isRivalAction(action))
    return refuse('action: seats-taken, seats-freed, sku-suspended, sku-resumed or user-deleted');
  const ids = Array.isArray(skuIds) ? skuIds.map(String) : [];
  emulator.letRivalAct(action, { skuIds: ids, person: typeof person === 'string' ? person : undefined });
  return jsonResponse({ acted: true, writes: emulator.writes.entries().length });
}

/** Ends sessions as the directory would: by person, id or address. */
function challenge(world: World, request: SiteRequest): SiteResponse {
  const { person, how = 'revoke' } = jsonBody(request);
  const user = typeof person === 'string' ? world.tenant.user(person) : undefined;
  if (!user) return refuse('person: the id or address of somebody is needed');
  if (how === 'revoke') world.emulator.revoke(user.id);
  else if (how === 'step-up') world.emulator.demandStepUp(user.id);
  else return refuse('how: revoke or step-up');
  return jsonResponse({ challenged: user.id });
}

/** Answers what can be switched and done while the sandbox runs; `undefined` for every other request. */
export function answerSwitches(name: string, request: SiteRequest, world: World): SiteResponse | undefined {
  switch (name) {
    case 'GET switches':
      return jsonResponse(stateOf(world));
    case 'POST switches':
      return changeSwitches(world, request);
    case 'POST faults':
      return changeFaults(world, request);
    case 'POST rival':
      return letRivalAct(world, request);
    case 'POST challenge':
      return challenge(world, request);
    default:
      return undefined;
  }
}

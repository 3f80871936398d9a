import { isFaultKey } from '../faultChoices';
import type { FaultAim, FaultKey } from '../faultChoices';
import type { DirectorySettings, ReplicationLag } from '../graph/directorySettings';
import type { Fault } from '../graph/faults';
import type { QuotaReading } from '../graph/quota/quotaMeter';
import type { QuotaSettings } from '../graph/quota/quotaSettings';
import { isRivalAction } from '../graph/rivalAdmin';
import type { World } from '../world';
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
  readonly directory: DirectorySettings;
}

function stateOf({ faults, aim, emulator }: World): SwitchesState {
  return {
    faults,
    aim,
    graph: emulator.faults.list(),
    quota: emulator.quota.settings,
    readings: emulator.quota.readings(),
    lag: emulator.lag,
    directory: emulator.settings,
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

/** Takes over the values whose names and types are known; gives the first that is not. */
function assignKnown(target: object, change: unknown): string | undefined {
  const known = target as Record<string, unknown>;
  for (const [name, value] of Object.entries((change ?? {}) as Readonly<Record<string, unknown>>)) {
    const isFit = typeof known[name] === typeof value && (typeof value !== 'number' || value >= 0);
    if (!isFit) return name;
    known[name] = value;
  }
  return undefined;
}

function changeSwitches(world: World, request: SiteRequest): SiteResponse {
  const { quota, lag, directory } = jsonBody(request);
  const share = (quota as Partial<QuotaSettings> | undefined)?.share;
  if (share !== undefined && !(share > 0 && share <= 1)) return refuse('quota.share: above 0, up to 1');
  const unknown =
    assignKnown(world.emulator.quota.settings, quota) ??
    assignKnown(world.emulator.lag, lag) ??
    assignKnown(world.emulator.settings, directory);
  return unknown === undefined
    ? jsonResponse(stateOf(world))
    : refuse(`${unknown}: not known, or no such value`);
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

import type { GroupRow, UserRow } from '../../tenant/rows';
import type { Tenant } from '../../tenant/tenant';
import { isInBin } from '../../tenant/isInBin';
import type { Answer, Call } from '../call';
import type { EntityType } from '../odata/entityType';
import { project, selectedNames } from '../odata/project';
import { lastKnownChange, readDeltaRequest } from './deltaRequest';
import { deltaLink } from './deltaState';
import type { DeltaState } from './deltaState';
import type { LoggedChange } from '../../tenant/changeLog';

/** Table and type of a delta query. */
interface DeltaSource<Row extends UserRow | GroupRow> {
  readonly of: DeltaState['of'];
  readonly type: EntityType<Row, Tenant>;
  readonly rows: (tenant: Tenant) => readonly Row[];
  /** Returns the properties that the caller may read. */
  readonly visible: (call: Call, names: readonly string[]) => readonly string[];
}

type Item = Readonly<Record<string, unknown>>;

/** One page of a round, and the state to continue from; no `next` at the end of the round. */
interface DeltaPage {
  readonly items: readonly Item[];
  readonly next?: DeltaState;
}

const defaultPage = 100;

/** Answers one request of a delta query (Graph: delta query overview). Throws GraphRefusal for what it does not take. */
export function deltaAnswer<Row extends UserRow | GroupRow>(call: Call, source: DeltaSource<Row>): Answer {
  const asked = readDeltaRequest(call, source.of);
  const state: DeltaState = { ...asked, upTo: asked.upTo ?? lastKnownChange(call) };
  const prefer = call.headers['prefer'] ?? '';
  const isMinimal = /return=minimal/i.test(prefer);
  const writer = new ItemWriter(call, source, state, isMinimal);
  const size = Math.min(Number(/maxpagesize=(\d+)/i.exec(prefer)?.[1] ?? defaultPage) || defaultPage, 999);
  const isEmpty = call.directory.settings.hasEmptyPages && state.next > 0 && !state.isAfterEmpty;
  const page: DeltaPage = isEmpty
    ? { items: [], next: { ...state, isAfterEmpty: true } }
    : state.phase === 'all'
      ? pageOfAll(writer, source.rows(call.tenant), state, size)
      : pageOfChanges(writer, call, state, size);
  const selected = state.select ? `(${state.select.join(',')})` : '';
  return {
    status: 200,
    headers: isMinimal ? { 'Preference-Applied': 'return=minimal' } : {},
    json: {
      '@odata.context': `${call.root}/$metadata#${source.of}s${selected}`,
      ...linkOf(call, page, state),
      value: page.items,
    },
  };
}

function linkOf(call: Call, { next }: DeltaPage, state: DeltaState): Record<string, string> {
  if (next) return { '@odata.nextLink': deltaLink(call, '$skiptoken', next) };
  const { of, select, ids, upTo = 0 } = state;
  const round: DeltaState = { of, select, ids, phase: 'changes', since: upTo, next: 0 };
  return { '@odata.deltaLink': deltaLink(call, '$deltatoken', round) };
}

function pageOfAll<Row extends UserRow | GroupRow>(
  writer: ItemWriter<Row>,
  rows: readonly Row[],
  state: DeltaState,
  size: number,
): DeltaPage {
  const items: Item[] = [];
  const rest: DeltaState = { ...state, isAfterEmpty: undefined };
  let nextMember = state.nextMember ?? 0;
  for (let place = state.next; place < rows.length; place += 1) {
    if (items.length === size) return { items, next: { ...rest, next: place, nextMember: undefined } };
    const row = rows[place];
    if (!row || row.deletedDateTime !== undefined || !isAsked(state, row.id)) continue;
    const { item, more } = writer.whole(row, nextMember);
    items.push(item);
    // A group too large for one item comes again on the next page with further members.
    if (more !== undefined) return { items, next: { ...rest, next: place, nextMember: more } };
    nextMember = 0;
  }
  return { items };
}

function pageOfChanges<Row extends UserRow | GroupRow>(
  writer: ItemWriter<Row>,
  call: Call,
  state: DeltaState,
  size: number,
): DeltaPage {
  const since = state.since - call.directory.settings.deltaReplays;
  const changes = call.tenant.changes.between(state.of, since, state.upTo ?? 0);
  const items = foldChanges(changes)
    .filter(({ id }) => isAsked(state, id))
    .flatMap((change) => {
      const item = writer.change(change);
      return item ? [item] : [];
    });
  const end = state.next + size;
  const next = end < items.length ? { ...state, next: end, isAfterEmpty: undefined } : undefined;
  return { items: items.slice(state.next, end), next };
}

function isAsked({ ids }: DeltaState, id: string): boolean {
  return ids === undefined || ids.includes(id);
}

/** Writes the items of one round. */
class ItemWriter<Row extends UserRow | GroupRow> {
  readonly #call: Call;
  readonly #source: DeltaSource<Row>;
  readonly #names: readonly string[];
  readonly #tracked: ReadonlySet<string> | undefined;
  readonly #hasMembers: boolean;
  readonly #isMinimal: boolean;

  constructor(call: Call, source: DeltaSource<Row>, { select }: DeltaState, isMinimal: boolean) {
    const properties = select?.filter((name) => source.of === 'user' || name.toLowerCase() !== 'members');
    const names = source.visible(call, selectedNames(source.type, properties, true));
    this.#call = call;
    this.#source = source;
    this.#names = [...new Set([...names, 'id'])];
    this.#hasMembers = source.of === 'group' && (!select || properties?.length !== select.length);
    this.#tracked = select && new Set([...names, ...(this.#hasMembers ? ['members'] : [])]);
    this.#isMinimal = isMinimal;
  }

  /**
   * Returns an item with all properties of a row and at most `most` members (default 200); `more` is the position of
   * the next member if there are too many for one item.
   */
  whole(row: Row, firstMember: number, most?: number): { readonly item: Item; readonly more?: number } {
    const item = shownProperties(this.#project(row), noNames, false);
    if (!this.#hasMembers || !('memberIds' in row)) return { item };
    const { members, more } = membersFrom(row, firstMember, this.#call.tenant, most);
    return { item: members.length > 0 ? { ...item, 'members@delta': members } : item, more };
  }

  /** Returns the item for an object that changed; undefined if no requested property changed. */
  change({ id, names, members }: ChangeOfOne): Item | undefined {
    const { tenant } = this.#call;
    const row = this.#source.rows(tenant)[tenant.placeOf(this.#source.of, id) ?? -1];
    if (!row) return undefined;
    if (row.deletedDateTime !== undefined) {
      const reason = isInBin(row, this.#call.clock.now()) ? 'changed' : 'deleted';
      return { id, '@removed': { reason } };
    }
    // A restored object is returned with all properties: the client has removed it.
    if (names.has('deletedDateTime')) return this.whole(row, 0, Infinity).item;
    const tracked = this.#tracked;
    if (tracked && ![...names].some((name) => tracked.has(name))) return undefined;
    const item = shownProperties(this.#project(row), names, this.#isMinimal);
    if (!this.#hasMembers || members.size === 0) return item;
    return { ...item, 'members@delta': memberChanges(members, tenant) };
  }

  #project(row: Row): Record<string, unknown> {
    return project(this.#source.type, row, this.#names, this.#call.tenant);
  }
}

const noNames: ReadonlySet<string> = new Set();

/** Changes of one object since a token was issued. */
interface ChangeOfOne {
  readonly id: string;
  /** Properties by their names in Graph. */
  readonly names: ReadonlySet<string>;
  /** The last change of each member: true for joined, false for left. */
  readonly members: ReadonlyMap<string, boolean>;
}

/** Properties of Graph by the property of a row that they show, where the names differ. */
const namesInGraph: Readonly<Record<string, readonly string[]>> = {
  licenses: ['assignedLicenses', 'assignedPlans', 'licenseAssignmentStates'],
  memberIds: ['members'],
  processing: ['licenseProcessingState'],
  mail: ['mail', 'proxyAddresses'],
};

/** Groups changes by object, in the order of each object's last change. */
function foldChanges(changes: readonly LoggedChange[]): ChangeOfOne[] {
  const found = new Map<string, { id: string; names: Set<string>; members: Map<string, boolean> }>();
  for (const { id, names, joined = [], left = [] } of changes) {
    const one = found.get(id) ?? { id, names: new Set<string>(), members: new Map<string, boolean>() };
    for (const name of names) for (const known of namesInGraph[name] ?? [name]) one.names.add(known);
    for (const memberId of joined) one.members.set(memberId, true);
    for (const memberId of left) one.members.set(memberId, false);
    found.set(id, one);
  }
  return [...found.values()];
}

/**
 * Returns the properties of one item: with `isMinimal` only those that changed; otherwise also all others that were
 * ever set (Graph: delta query overview).
 */
function shownProperties(
  properties: Readonly<Record<string, unknown>>,
  changed: ReadonlySet<string>,
  isMinimal: boolean,
): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(properties).filter(
      ([name, value]) => name === 'id' || changed.has(name) || (!isMinimal && value !== null),
    ),
  );
}

/** Maximum number of members in one item of a delta answer; a larger group is returned in several items. */
const maxMembers = 200;

/** A member in `members@delta` (Graph: delta query for groups). */
type MemberItem = Readonly<Record<string, unknown>>;

/** Returns at most `most` members of a group from a position on, and the position of the rest. */
function membersFrom(
  row: GroupRow | UserRow,
  first: number,
  tenant: Tenant,
  most = maxMembers,
): { readonly members: readonly MemberItem[]; readonly more?: number } {
  const ids = 'memberIds' in row ? row.memberIds : [];
  const end = first + most;
  const members = ids
    .slice(first, end)
    .flatMap((id) => (isAlive(id, tenant) ? [memberItem(id, tenant)] : []));
  return end < ids.length ? { members, more: end } : { members };
}

/** Returns the items for members who joined or left. */
function memberChanges(changes: ReadonlyMap<string, boolean>, tenant: Tenant): MemberItem[] {
  return [...changes].map(([id, isMember]) =>
    isMember ? memberItem(id, tenant) : { ...memberItem(id, tenant), '@removed': { reason: 'deleted' } },
  );
}

function memberItem(id: string, tenant: Tenant): MemberItem {
  const kind = tenant.placeOf('group', id) === undefined ? 'user' : 'group';
  return { '@odata.type': `#microsoft.graph.${kind}`, id };
}

function isAlive(id: string, tenant: Tenant): boolean {
  return tenant.user(id) !== undefined || tenant.group(id) !== undefined;
}

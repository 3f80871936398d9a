import type { Tenant } from '../tenant/tenant';
import type { Answer, Call } from './call';
import { ok } from './call';
import type { EntityType } from './odata/entityType';
import type { ListPage, QueryContext } from './odata/listPage';
import { countRows, listPage } from './odata/listPage';
import { project, selectedNames } from './odata/project';
import type { RowList } from './odata/rowList';
import type { Paging } from './odata/skipToken';

/** The context of an answer, as OData 4 wants it: what the body is, and which properties were asked for. */
export function contextOf(call: Call, entitySet: string, isOne = false): string {
  const selected = call.query.select ? `(${call.query.select.join(',')})` : '';
  return `${call.root}/$metadata#${entitySet}${selected}${isOne ? '/$entity' : ''}`;
}

/** Context of a query over the tenant of this call. */
export function queryContextOf(call: Call): QueryContext<Tenant> {
  return { isEventual: call.isEventual, source: call.tenant, paging: pagingOf(call) };
}

/** Settings that the tokens of pages depend on. */
function pagingOf({ clock, directory, path }: Call): Paging {
  return { ...directory.settings, now: clock.now(), list: path.toLowerCase() };
}

/** Answers a list of one type. `entitySet` names it in the context. Throws GraphRefusal for what Graph refuses. */
export function listAnswer<Row extends object>(
  call: Call,
  rows: RowList<Row>,
  type: EntityType<Row, Tenant>,
  entitySet: string,
  shownNames: (names: readonly string[]) => readonly string[] = (names) => names,
  addedTo: (row: Row) => Readonly<Record<string, unknown>> = () => ({}),
): Answer {
  const names = shownNames(selectedNames(type, call.query.select, true));
  const page = listPage(rows, type, call.query, queryContextOf(call));
  return pageAnswer(call, page, entitySet, (row) => ({
    ...project(type, row, names, call.tenant),
    ...addedTo(row),
  }));
}

/** Writes a page with its count and the link to the next one. */
export function pageAnswer<Row>(
  call: Call,
  page: ListPage<Row>,
  entitySet: string,
  write: (row: Row) => Readonly<Record<string, unknown>>,
): Answer {
  return ok({
    '@odata.context': contextOf(call, entitySet),
    ...(page.count === undefined ? {} : { '@odata.count': page.count }),
    ...(page.skipToken === undefined ? {} : { '@odata.nextLink': nextLink(call, page.skipToken) }),
    value: page.rows.map(write),
  });
}

/** Answers the number of matches as bare text. Throws GraphRefusal without `ConsistencyLevel: eventual`. */
export function countAnswer<Row extends object>(
  call: Call,
  rows: RowList<Row>,
  type: EntityType<Row, Tenant>,
): Answer {
  return { status: 200, text: String(countRows(rows, type, call.query, queryContextOf(call))) };
}

/** Absolute, with the caller's own host and options (Graph: paging). The header ConsistencyLevel is not part of it. */
export function nextLink(call: Call, skipToken: string, option = '$skiptoken'): string {
  const kept = call.query.raw.filter((piece) => !/^(?:\$|%24)skiptoken=/i.test(piece));
  return `${call.root}${call.path}?${[...kept, `${option}=${skipToken}`].join('&')}`;
}

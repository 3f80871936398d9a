import type { Answer, Call } from '../../call';
import { ok } from '../../call';
import { contextOf, nextLink, queryContextOf } from '../../collection';
import { readSkipToken, writeSkipToken } from '../../odata/skipToken';
import { applyTo } from './cloudApply';
import type { CloudType } from './cloudQuery';
import { checkQuery, readCloudQuery, rowTest, shapeOf } from './cloudQuery';
import { invalidQuery } from './cloudRefusals';

const pageSize = 100;

/** Answers a collection, a page at a time. `path` names it in the context. Throws GraphRefusal. */
export function cloudListAnswer<Row>(
  call: Call,
  type: CloudType<Row>,
  rows: readonly Row[],
  path: string,
): Answer {
  const query = readCloudQuery(call);
  checkQuery(type, query);
  const { apply } = call.query;
  if (apply !== undefined) {
    const all = rows.filter(rowTest(type, query, call)).map((row) => type.write(row, call));
    return ok({ '@odata.context': contextOf(call, path), value: applyTo(apply, type, all) });
  }
  const matching = query.filter ? rows.filter(rowTest(type, query, call)) : rows;
  const { paging } = queryContextOf(call);
  const { skipToken, count } = call.query;
  const start = skipToken === undefined ? 0 : readSkipToken(skipToken, paging).next;
  const end = start + (query.top ?? pageSize);
  return ok({
    '@odata.context': contextOf(call, path),
    ...(count && skipToken === undefined ? { '@odata.count': matching.length } : {}),
    value: matching.slice(start, end).map((row) => shapeOf(type, row, call, query)),
    // Design: the letters of the option.
    ...(end < matching.length
      ? { '@odata.nextLink': nextLink(call, writeSkipToken({ next: end }, paging), '$skipToken') }
      : {}),
  });
}

/** Answers the number of rows that match, as bare text (design: with the type of JSON). Throws GraphRefusal. */
export function cloudCountAnswer<Row>(call: Call, type: CloudType<Row>, rows: readonly Row[]): Answer {
  const query = readCloudQuery(call);
  checkQuery(type, query);
  return {
    status: 200,
    headers: { 'Content-Type': 'application/json' },
    text: String(rows.filter(rowTest(type, query, call)).length),
  };
}

/** Answers one object, inside `value` where the sandbox is set to that. Throws GraphRefusal. */
export function cloudItemAnswer<Row>(call: Call, type: CloudType<Row>, row: Row, path: string): Answer {
  const query = readCloudQuery(call);
  if (query.filter) throw invalidQuery();
  checkQuery(type, query);
  const shape = shapeOf(type, row, call, query);
  const context = { '@odata.context': contextOf(call, path, true) };
  return ok(call.directory.settings.wrapsSingles ? { ...context, value: shape } : { ...context, ...shape });
}

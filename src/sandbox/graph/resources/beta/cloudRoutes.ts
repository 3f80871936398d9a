import type { Answer, Call } from '../../call';
import type { Route } from '../../route';
import { cloudCountAnswer, cloudItemAnswer, cloudListAnswer } from './cloudAnswers';
import type { CloudType } from './cloudQuery';
import { cloudRefusals, resourceNotFound } from './cloudRefusals';

/** Settings of the routes below one address. */
export type RouteBase = Pick<Route, 'scopes'> & Partial<Pick<Route, 'isForGuests' | 'writesUser' | 'query'>>;

/** A route of cloud licensing. */
export function cloudRoute(
  method: Route['method'],
  path: string,
  base: RouteBase,
  handle: (call: Call) => Answer,
): Route {
  return { method, path, isBeta: true, cost: 1, refusals: cloudRefusals, ...base, handle };
}

/** One collection of cloud licensing at one address. */
export interface CloudCollection<Row> {
  readonly type: CloudType<Row>;
  /** Below the version, `/admin/cloudLicensing/allotments`. */
  readonly path: string;
  /** Name of the id in the path, `allotment`. */
  readonly parameter: string;
  readonly rows: (call: Call) => readonly Row[];
  readonly idOf: (row: Row, call: Call) => string;
  readonly base: RouteBase;
  /** Finds one row by its id faster than by looking at all. */
  readonly find?: (call: Call, id: string) => Row | undefined;
}

/** The row that the path names. Throws GraphRefusal 404. */
export function rowOf<Row>(call: Call, { parameter, rows, idOf, find }: CloudCollection<Row>): Row {
  const id = call.parameters[parameter] ?? '';
  const row = find ? find(call, id) : rows(call).find((each) => idOf(each, call) === id);
  if (row === undefined) throw resourceNotFound(id, `${parameter}Id`);
  return row;
}

/** The routes that read a collection: its list, the number of its rows, and one of them. */
export function readRoutes<Row>(collection: CloudCollection<Row>): Route[] {
  const { type, path, parameter, rows, base } = collection;
  return [
    cloudRoute('GET', path, base, (call) => cloudListAnswer(call, type, rows(call), contextPath(call, path))),
    cloudRoute('GET', `${path}/$count`, base, (call) => cloudCountAnswer(call, type, rows(call))),
    cloudRoute('GET', `${path}/{${parameter}}`, base, (call) =>
      cloudItemAnswer(call, type, rowOf(call, collection), contextPath(call, path)),
    ),
  ];
}

/** A path of routes as a context writes it: `users('…')/cloudLicensing/assignments`. */
export function contextPath(call: Call, path: string): string {
  return path.slice(1).replace(/\/\{(\w+)\}/g, (_, name: string) => `('${call.parameters[name] ?? ''}')`);
}

import type { Tenant } from '../../../tenant/tenant';
import type { Answer, Call } from '../../call';
import { ok } from '../../call';
import { contextOf } from '../../collection';
import type { FilterRule } from '../../odata/checkFilter';
import { pick } from '../pick';
import { expandedNames, plainListAnswer, refuseOrders } from '../plainList';
import { nothingThere } from './cloudRefusals';

/** Writes one item with what was asked to be expanded. */
type Writer<Row> = (row: Row, expanded: ReadonlySet<string>, tenant: Tenant) => object;

/** One collection of the cloud licensing API. */
interface CloudCollection<Row> {
  readonly rows: readonly Row[];
  readonly write: Writer<Row>;
  /** Name of the type below its namespace: `allotment`. */
  readonly type: string;
  /** Path in the context: `admin/cloudLicensing/allotments`. */
  readonly path: string;
  /** True if `skuId` can be filtered. */
  readonly hasSku?: true;
}

const relations = ['allotment', 'assignedTo'];
const bySku: Readonly<Record<string, FilterRule>> = {
  skuId: { always: ['eq', 'in'], advanced: [], type: 'guid' },
};

/** Answers a collection. Throws GraphRefusal for queries that are not served. */
export function cloudListAnswer<Row>(
  call: Call,
  { rows, write, type, path, hasSku }: CloudCollection<Row>,
): Answer {
  refuseOrders(call.query, []);
  const expanded = expandedNames(call.query, relations);
  return plainListAnswer(call, {
    rows,
    write: (row) => write(row, expanded, call.tenant),
    filters: hasSku ? bySku : undefined,
    entitySet: path,
    typeName: `cloudLicensing.${type}`,
  });
}

/** Answers one item of a collection. Throws GraphRefusal 404 without one. */
export function cloudItemAnswer<Row>(
  call: Call,
  row: Row | undefined,
  { write, type, path }: Pick<CloudCollection<Row>, 'write' | 'type' | 'path'>,
): Answer {
  if (row === undefined) throw nothingThere(`The ${type}`);
  const shape = write(row, expandedNames(call.query, relations), call.tenant);
  return ok({
    '@odata.context': contextOf(call, path, true),
    ...pick(shape, call.query.select, `cloudLicensing.${type}`),
  });
}

import type { Call } from '../call';
import { readExpansions } from '../odata/expand';
import type { RowList } from '../odata/rowList';
import type { GroupRow, UserRow } from '../../tenant/rows';
import type { DirectoryObject } from './directoryObjects';
import { typedObject } from './directoryObjects';
import { membersOf } from './memberList';
import { membershipsOf } from './membershipList';

/** Maximum number of objects in an expansion, which has no link to the rest (Graph: query parameters). */
const maxExpanded = 20;

/** Returns the properties that `$expand` adds to a user or group. */
export function expandedOf(call: Call, row: UserRow | GroupRow): Record<string, unknown> {
  return Object.fromEntries(
    readExpansions(call.query).map(({ name, select }) => {
      const asked: Call = { ...call, query: { ...call.query, select } };
      const shown = first(relatedTo(call, row, name), maxExpanded);
      return [name, shown.map((object) => typedObject(asked, object))];
    }),
  );
}

function relatedTo({ tenant }: Call, row: UserRow | GroupRow, name: string): RowList<DirectoryObject> {
  const isTransitive = name.startsWith('transitive');
  const isOfMembers = name.toLowerCase().endsWith('members');
  if (isOfMembers && 'memberIds' in row) return membersOf(row, tenant, isTransitive);
  return membershipsOf(row.id, tenant, isTransitive);
}

function first<Row>(rows: RowList<Row>, most: number): Row[] {
  const found: Row[] = [];
  for (let place = 0; place < rows.length && found.length < most; place += 1) {
    const row = rows.at(place);
    if (row !== undefined) found.push(row);
  }
  return found;
}

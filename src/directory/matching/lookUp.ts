import { toAppError } from '../../base/appError';
import type { Graph, GraphRequest } from '../../graph/types';
import { filterChunks } from '../filterChunks';
import { inFilter } from '../inFilter';
import type { Kind } from '../kinds';
import { groups, users } from '../kinds';
import type { Join } from './createJoin';
import { principalsPerPage } from './matchRequests';

/** How a reading is made and watched. */
export interface ReadOptions extends Pick<GraphRequest, 'priority' | 'signal'> {
  /** Told each time that so many more requests of a look-up, or people of a sweep, have been answered. */
  readonly onAnswered: (count: number) => void;
}

/**
 * Finds whom a join misses by exact filters, which read the directory itself: an index would not know who is new
 * (Graph: advanced queries). Groups are asked for only what no person bears, but for names, which people and groups share.
 */
export async function lookUp(graph: Graph, join: Join, options: ReadOptions): Promise<void> {
  const find = <Wire>(kind: Kind<Wire>, property: string, texts: readonly string[]) =>
    Promise.all(
      filterChunks(texts).map(async (values) => {
        await addBearers(graph, join, kind, property, values, options);
        options.onAnswered(1);
      }),
    );
  const names = join.missing('display-name');
  await Promise.all([
    find(users, 'id', join.missing('object-id')),
    ...users.addresses.map((property) => find(users, property, join.missing('address'))),
    find(users, 'displayName', names),
    find(groups, 'displayName', names),
  ]);
  await Promise.all([
    find(groups, 'id', join.missing('object-id')),
    ...groups.addresses.map((property) => find(groups, property, join.missing('address'))),
  ]);
}

async function addBearers<Wire>(
  graph: Graph,
  join: Join,
  kind: Kind<Wire>,
  property: string,
  values: readonly string[],
  options: ReadOptions,
): Promise<void> {
  const { path, select, scopes } = kind;
  const { priority, signal } = options;
  try {
    const query = { select, filter: inFilter(property, values), top: principalsPerPage };
    const found = await graph.allPages({ path, query, scopes, priority, signal }, kind.wire);
    found.forEach((wire) => join.add(kind.toPrincipal(wire)));
  } catch (thrown) {
    // A text that the service cannot take is nobody's, and must not keep the others from being found.
    if (toAppError(thrown).code !== 'bad-request') throw thrown;
    if (values.length === 1) return;
    const middle = Math.ceil(values.length / 2);
    await Promise.all(
      [values.slice(0, middle), values.slice(middle)].map((half) =>
        addBearers(graph, join, kind, property, half, options),
      ),
    );
  }
}

import { looksLikeAccountName } from '../../base/accountName';
import { toAppError } from '../../base/appError';
import type { Graph, GraphRequest } from '../../graph/types';
import { filterChunks } from '../filterChunks';
import { inFilter } from '../inFilter';
import { groups, users } from '../kinds';
import { quoted } from '../quoted';
import type { Join } from './createJoin';
import { identifiedGroups, identifiedUsers, type IdentifiedKind } from './identifiers';
import { principalsPerPage } from './matchRequests';

/** Options of a reading. */
export interface ReadOptions extends Pick<GraphRequest, 'priority' | 'signal'> {
  /** Told each time that so many more requests of a look-up, or people of a sweep, have been answered. */
  readonly onAnswered: (count: number) => void;
}

/** Comparison of texts with one property. */
interface Comparison {
  readonly property: string;
  readonly filter: (property: string, values: readonly string[]) => string;
  /** Only advanced queries filter it, over an index that lags. */
  readonly isEventual?: boolean;
}

const exactly = (property: string): Comparison => ({ property, filter: inFilter });

/**
 * Compares with each item of a list (Graph: user, proxyAddresses and otherMails). Inferred: they are compared without case, like
 * the directory's other texts, so that `smtp:` finds the primary address, `SMTP:`, too, which is nearly always `mail` anyway;
 * several are joined by `or`. Where that is refused, each is asked for alone.
 */
const amongItems = (property: string, prefix = ''): Comparison => ({
  property,
  filter: (name, values) =>
    values.map((value) => `${name}/any(x:x eq ${quoted(prefix + value)})`).join(' or '),
});
const proxyAddresses = amongItems('proxyAddresses', 'smtp:');
const otherMails = amongItems('otherMails');

/** Graph: advanced query capabilities, user properties: account names are filtered by advanced queries alone, employee IDs by any. */
const accountNames: Comparison = { ...exactly('onPremisesSamAccountName'), isEventual: true };
const employeeIds = exactly('employeeId');

/**
 * Finds whom a join misses by exact filters, which read the directory itself, where Graph has them: an index would not know
 * who is new (Graph: advanced queries). Groups are asked for only what no person has, but for names, which people and groups
 * share. What is still nobody's then is looked up among further addresses, and single words among account names and employee IDs.
 */
export async function lookUp(graph: Graph, join: Join, options: ReadOptions): Promise<void> {
  const find = <Wire>(kind: IdentifiedKind<Wire>, comparison: Comparison, texts: readonly string[]) =>
    Promise.all(
      filterChunks(texts).map(async (values) => {
        await addBearers(graph, join, kind, comparison, values, options);
        options.onAnswered(1);
      }),
    );
  const names = join.missing('display-name');
  await Promise.all([
    find(identifiedUsers, exactly('id'), join.missing('object-id')),
    ...users.addresses.map((property) => find(identifiedUsers, exactly(property), join.missing('address'))),
    find(identifiedUsers, exactly('displayName'), names),
    find(identifiedGroups, exactly('displayName'), names),
    find(identifiedUsers, accountNames, join.missing('account')),
    find(identifiedUsers, employeeIds, join.missing('employee-id')),
  ]);
  await Promise.all([
    find(identifiedGroups, exactly('id'), join.missing('object-id')),
    ...groups.addresses.map((property) => find(identifiedGroups, exactly(property), join.missing('address'))),
  ]);
  const addresses = join.missing('address');
  const words = join.missing('display-name').filter(looksLikeAccountName);
  await Promise.all([
    find(identifiedUsers, proxyAddresses, addresses),
    find(identifiedUsers, otherMails, addresses),
    find(identifiedGroups, proxyAddresses, addresses),
    find(identifiedUsers, accountNames, words),
    find(identifiedUsers, employeeIds, words),
  ]);
}

async function addBearers<Wire>(
  graph: Graph,
  join: Join,
  kind: IdentifiedKind<Wire>,
  comparison: Comparison,
  values: readonly string[],
  options: ReadOptions,
): Promise<void> {
  const { path, select, scopes } = kind;
  const { priority, signal } = options;
  const { property, filter, isEventual = false } = comparison;
  try {
    const query = {
      select,
      filter: filter(property, values),
      top: principalsPerPage,
      ...(isEventual && { count: true }),
    };
    const found = await graph.allPages({ path, query, scopes, priority, signal, isEventual }, kind.wire);
    found.forEach((wire) => {
      const { principal, others } = kind.identify(wire);
      join.add(principal, others);
    });
  } catch (thrown) {
    // A text that the service cannot take is nobody's, and must not keep the others from being found.
    if (toAppError(thrown).code !== 'bad-request') throw thrown;
    if (values.length === 1) return;
    const middle = Math.ceil(values.length / 2);
    await Promise.all(
      [values.slice(0, middle), values.slice(middle)].map((half) =>
        addBearers(graph, join, kind, comparison, half, options),
      ),
    );
  }
}

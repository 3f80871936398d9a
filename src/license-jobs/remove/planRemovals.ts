import { forEachInSteps, type Steps } from '../../base/async/inSlices';
import type { Outcome } from '../../base/outcome';
import type { NamedGroup, UserPrincipal } from '../../base/principal';
import type { ProductRemoval } from '../../licensing/preflight/previewPerson';
import type { RemovalLine } from '../../licensing/preflight/previewRemoval';
import type { RemovalConsequence } from '../../licensing/preflight/removalConsequence';
import type { LicensingCode } from '../../licensing/types';
import {
  operationNames,
  toJobProduct,
  toPlannedItem,
  type JobProduct,
  type JobProductSource,
  type LicenseJobPlan,
  type PlannedLicenseItem,
} from '../licenseJob';

/**
 * Plans the job that removes a product from everyone in the preview. What stays as it is is left as it was from the start;
 * who loses the product with a group of the same job is no item, since the group's outcome speaks of its members. People who leave a
 * group make it a job of memberships, too.
 */
export function* planRemovals(
  product: JobProductSource,
  lines: readonly RemovalLine[],
): Steps<LicenseJobPlan> {
  const items: PlannedLicenseItem[] = [];
  yield* forEachInSteps(lines, ({ principal, consequence, pools }) => {
    if (consequence.kind === 'goes-with-group') return;
    if (consequence.kind === 'in-error' && consequence.goesAlong) return;
    if (consequence.kind === 'leaves-groups') {
      const leave = consequence.groups.map(({ groupId, groupName }) => ({ id: groupId, name: groupName }));
      const { key, input } = toPlannedItem(principal, { add: [], remove: pools });
      items.push({ key, input: { ...input, leave } });
      return;
    }
    const outcome = consequence.isSent ? undefined : outcomeOf(consequence);
    items.push(toPlannedItem(principal, { add: [], remove: pools }, outcome));
  });
  const products = [toJobProduct(product)];
  return items.some(({ input }) => input.leave)
    ? { operation: operationNames.changePaths, subject: { kind: 'leave-groups', products }, items }
    : { operation: operationNames.changeLicenses, subject: { kind: 'remove', products }, items };
}

type Staying = Exclude<Extract<RemovalConsequence, { isSent: false }>, { kind: 'goes-with-group' }>;

function outcomeOf(consequence: Staying): Outcome<LicensingCode> {
  switch (consequence.kind) {
    case 'stays-inherited':
    case 'in-error': {
      const groups = consequence.groups.map(({ groupId, groupName }) => ({ id: groupId, name: groupName }));
      return { kind: 'skipped', reason: 'inherited', ...(groups.length > 0 && { groups }) };
    }
    case 'nothing-held':
      return { kind: 'skipped', reason: 'no-change' };
    case 'unreadable':
      return { kind: 'failed', reason: 'unreadable' };
    case 'not-permitted':
      return { kind: 'skipped', reason: 'not-permitted' };
  }
}

/**
 * Plans the job that removes several products from one person, in one change; those that can't be removed are left out. A person who
 * leaves groups makes it a job of memberships, too.
 */
export function* planPersonRemovals(
  person: UserPrincipal,
  removals: readonly ProductRemoval[],
  leave: readonly NamedGroup[] = [],
): Steps<LicenseJobPlan> {
  const sent = removals.filter(({ line }) => line.consequence.isSent);
  const products: JobProduct[] = [];
  yield* forEachInSteps(sent, ({ product }) => products.push(toJobProduct(product)));
  const remove = sent.flatMap(({ line, isDirect }) => (isDirect ? line.pools : []));
  const { key, input } = toPlannedItem(person, { add: [], remove });
  return leave.length > 0
    ? {
        operation: operationNames.changePaths,
        subject: { kind: 'leave-groups', products },
        items: [{ key, input: { ...input, leave } }],
      }
    : {
        operation: operationNames.changeLicenses,
        subject: { kind: 'remove', products },
        items: [{ key, input }],
      };
}

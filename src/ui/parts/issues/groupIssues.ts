import type { LicenseAudit } from '../../../directory/types';
import { idInKey, productSpaces, type ProductKey } from '../../../licensing/keys';
import type { Product } from '../../../licensing/product';
import type { Holder, IssueCode, IssueDetail, Seat } from '../../../licensing/types';
import type { NamedPlan } from '../../messages/en/issues';

/** Maximum time between the date of a seat and its entry in the audit log, in milliseconds. Inferred: both are of one action. */
export const sameActionInMs = 5 * 60_000;

/** Causes in the order of the list, and of the filter. */
export const causes = [
  'not-enough-licenses',
  'usage-location',
  'conflicting-plans',
  'missing-plans',
  'duplicate-proxy-address',
  'other',
] as const satisfies readonly IssueCode[];

/** A person with the path of a product that has an issue. */
export interface IssuePerson {
  readonly holder: Holder;
  readonly seat: Seat;
}

/** People with the same issue of one product, which the same action fixes. */
export interface IssueGroup {
  readonly key: string;
  readonly product: Product;
  readonly cause: IssueCode;
  readonly detail: IssueDetail | undefined;
  readonly people: readonly IssuePerson[];
}

/** People with issues of one product. */
interface PeopleOfProduct {
  readonly product: Product;
  readonly people: readonly Holder[];
}

/**
 * Groups people by cause and product, each person once a product. People whose issue has another product or plan behind it are groups
 * of their own. Causes come in their order, then what concerns most people.
 */
export function groupIssues(lists: readonly PeopleOfProduct[]): readonly IssueGroup[] {
  const groups = new Map<string, IssueGroup & { readonly people: IssuePerson[] }>();
  for (const { product, people } of lists)
    for (const holder of people) {
      const seat = worstOf(holder.seats);
      if (!seat?.issue) continue;
      const { issue: cause, issueDetail: detail } = seat;
      const key = [product.key, cause, ...detailNames(detail)].join(' ');
      const group = groups.get(key) ?? { key, product, cause, detail, people: [] };
      groups.set(key, group);
      group.people.push({ holder, seat });
    }
  return [...groups.values()].sort(
    (one, other) =>
      causes.indexOf(one.cause) - causes.indexOf(other.cause) ||
      other.people.length - one.people.length ||
      one.product.name.localeCompare(other.product.name),
  );
}

/** Returns the path with an issue, first one that says the reason. */
function worstOf(seats: readonly Seat[]): Seat | undefined {
  return (
    seats.find(({ issue }) => issue !== undefined && issue !== 'other') ??
    seats.find(({ issueDetail }) => issueDetail?.behind) ??
    seats.find(({ issue }) => issue !== undefined)
  );
}

function detailNames(detail: IssueDetail | undefined): readonly string[] {
  const { behind, planIds = [] } = detail ?? {};
  return [...(behind ? [behind.product, behind.issue] : []), ...planIds];
}

/** Number of different people in groups. */
export function countPeople(groups: readonly IssueGroup[]): number {
  return new Set(groups.flatMap(({ people }) => people.map(({ holder }) => holder.user.id.toLowerCase())))
    .size;
}

/** Service plans that an issue is about. */
interface IssuePlans {
  /** Names of the product's own. */
  readonly own: readonly string[];
  readonly others: readonly NamedPlan[];
  /** Product that the others belong to; undefined if it is not known, or there are several. */
  readonly sibling: Product | undefined;
}

/** Names the service plans that the service tells, and the product of each by the plans of all products. */
export function plansOfIssue(
  { product, detail }: Pick<IssueGroup, 'product' | 'detail'>,
  products: readonly Product[],
): IssuePlans {
  const ids = detail?.planIds ?? [];
  const own = ids.filter((id) => hasPlan(product, id));
  const others = ids
    .filter((id) => !own.includes(id))
    .map((id) => ({ id, owners: products.filter((each) => hasPlan(each, id)) }));
  const [sibling, ...more] = new Set(others.flatMap(({ owners }) => owners));
  return {
    own: own.map((id) => planName(product, id)),
    others: others.map(({ id, owners: [owner, ...further] }) => ({
      plan: owner ? planName(owner, id) : id,
      product: further.length === 0 ? owner?.name : undefined,
    })),
    sibling: more.length === 0 ? sibling : undefined,
  };
}

function hasPlan({ owned }: Product, id: string): boolean {
  return owned?.plans.some((plan) => plan.id.toLowerCase() === id) ?? false;
}

function planName({ planNames, owned }: Product, id: string): string {
  return planNames[id] ?? owned?.plans.find((plan) => plan.id.toLowerCase() === id)?.partName ?? id;
}

/** Names a service plan, with the product that has it; its id where no product has it. */
export function planNameAmong(id: string, products: readonly Product[]): string {
  const owner = products.find((product) => hasPlan(product, id));
  return owner ? `${planName(owner, id)} (${owner.name})` : id;
}

/**
 * Finds the service's sentence on why a seat of a product doesn't work: of a failure at the time since which the seat is as it is,
 * which names the product or one of its plans. A person's log has the failures of all products. Undefined where the log doesn't tell.
 */
export function findFailure(
  audits: readonly LicenseAudit[],
  product: Product,
  { updatedAt = '' }: Pick<Seat, 'updatedAt'>,
): string | undefined {
  const at = Date.parse(updatedAt);
  const skuId = idInKey(product.key, productSpaces.sku);
  const plans = product.owned?.plans.flatMap(({ id, partName }) => [id, partName]) ?? [];
  const names = [...plans, ...(skuId === undefined ? [] : [skuId])].map((name) => name.toLowerCase());
  return audits.find(
    ({ kind, failure, licenses, ...audit }) =>
      kind === 'licenses' &&
      failure &&
      Math.abs(Date.parse(audit.at) - at) <= sameActionInMs &&
      (licenses?.some((license) => license.skuId === skuId) === true || namesOneOf(failure, names)),
  )?.failure;
}

/** True if a text has one of the names as a word of its own. */
function namesOneOf(text: string, names: readonly string[]): boolean {
  const words = new Set(text.toLowerCase().match(/[\w-]+/g));
  return names.some((name) => words.has(name));
}

/** True if the service doesn't tell what is behind an issue that has something behind it. */
export function isCauseUnknown({ cause, detail }: Pick<IssueGroup, 'cause' | 'detail'>): boolean {
  const areOfPlans = cause === 'conflicting-plans' || cause === 'missing-plans';
  return (cause === 'other' && !detail?.behind) || (areOfPlans && !detail?.planIds);
}

/** Finds the product behind an issue, which failed and took this one along; undefined if there is none, or it isn't listed. */
export function productBehind(
  { detail }: Pick<IssueGroup, 'detail'>,
  products: readonly Product[],
): Product | undefined {
  const key: ProductKey | undefined = detail?.behind?.product;
  return key === undefined ? undefined : products.find((product) => product.key === key);
}

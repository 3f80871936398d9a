import type { Format } from '../format';

/** A service plan with the product that it belongs to; undefined where that isn't known, or where it is the product itself. */
export interface NamedPlan {
  readonly plan: string;
  readonly product: string | undefined;
}

const planText = ({ plan, product }: NamedPlan): string =>
  product === undefined ? plan : `${plan} (${product})`;

/** Words of the page **Issues** and of the tab of a product. */
export const issues = (f: Format) => ({
  intro:
    "People whose license doesn't work, by cause. Products from Microsoft and hidden products aren't included.",
  peopleCount: (count: number, isPartial: boolean) =>
    `${isPartial ? 'At least ' : ''}${f.plural(count, { one: '# person', other: '# people' })}`,
  inProducts: (count: number) => f.plural(count, { one: 'in # product', other: 'in # products' }),
  readingProducts: (read: number, all: number) =>
    f.plural(all, { one: `Reading # product…`, other: `${f.number(read)} of # products read…` }),
  unreadProducts: (names: readonly string[]) => `We couldn't read the issues of ${f.list(names)}.`,
  limitedProducts: (names: readonly string[]) =>
    `Cloud licensing doesn't tell issues with licenses of ${f.list(names)}, only who waits for one.`,
  unreadPeople: (count: number) =>
    f.plural(count, {
      one: "# person couldn't be read and is left out.",
      other: "# people couldn't be read and are left out.",
    }),
  retry: 'Try again',
  emptyTitle: 'No issues',
  emptyText: 'Everyone who was assigned a license through a group has it.',
  partialEmptyTitle: 'No issues in what we could read',
  partialEmptyText: "Some of it couldn't be read, so there might be issues.",
  noneShown: 'No issues match your filters.',
  clearFilters: 'Clear filters',
  causes: 'Show only',
  productFilter: 'Product',
  allProducts: 'All products',
  grid: 'People with issues',
  /** Head of a group of people. */
  blocked: (product: string) => `Blocked by ${product}`,
  cause: (title: string, count: number) => `${title} (${f.number(count)})`,
  /** Meaning of a cause; `available` are seats that are free by now. */
  noLicenses: (available: number | undefined) =>
    available !== undefined && available > 0
      ? f.plural(available, {
          one: 'No license was left for them. # is available now: reprocess to assign it.',
          other: 'No license was left for them. # are available now: reprocess to assign them.',
        })
      : 'Their group gives the product, but no license was left for them.',
  usageLocation:
    'They have no usage location, or one in which the product may not be used. Set it, then reprocess.',
  conflict: (own: readonly string[], others: readonly NamedPlan[]) =>
    own.length > 0 && others.length > 0
      ? `${f.list(own)} can't be assigned together with ${f.list(others.map(planText))}.`
      : "A service plan of this product can't be assigned together with one that they have. It's not known which ones: Microsoft 365 doesn't say.",
  missing: (own: readonly string[], others: readonly NamedPlan[]) =>
    own.length > 0 && others.length > 0
      ? `${f.list(own)} needs ${f.list(others.map(planText))}, which they don't have.`
      : "A service plan of this product needs another one, which they don't have. It's not known which one: Microsoft 365 doesn't say.",
  proxyAddress:
    'Another account has the same email address (proxy address). Change one of the two in Exchange, then reprocess.',
  behind: (product: string, issue: string) =>
    `Their group gives all of its products or none, and ${product} failed: ${issue}. Fix that first.`,
  other: "The cause is not known: Microsoft 365 doesn't say. Reprocessing might help.",
  askAuditLog: 'Find the cause in the audit log',
  askAuditLogSpoken: (product: string) => `Find the cause in the audit log: ${product}`,
  readingAuditLog: 'Reading the audit log…',
  /** With the service's own sentences. */
  auditLogSays: (sentences: readonly string[]) => `The audit log says: ${sentences.join(' ')}`,
  auditLogSilent: "The audit log doesn't say why, so the cause is not known.",
  locationOf: (country: string) => `Usage location: ${country}`,
  noLocation: 'No usage location',

  open: (product: string) => `Open ${product}`,
  addLicenses: 'Add licenses',
  seeUsers: 'See who could give one back',
  reprocess: 'Reprocess',
  reprocessSpoken: (title: string, product: string) => `Reprocess: ${title}, ${product}`,
  setLocationSpoken: (product: string) => `Set usage location: ${product}`,
  addLicensesSpoken: (product: string) => `Add licenses: ${product}`,
  reprocessTitle: (product: string) => `Reprocess ${product}`,
  reprocessIntro: (count: number) =>
    f.plural(count, {
      one: 'Microsoft 365 looks at the licenses of # person again, from every group. Do this once the cause is fixed.',
      other:
        'Microsoft 365 looks at the licenses of # people again, from every group. Do this once the cause is fixed.',
    }),
  reprocessForever:
    "This can't be undone. Where the cause is gone, people get the license; otherwise nothing changes. People leave the list when Microsoft 365 shows that it worked.",
  reprocessExtent: (count: number) => f.plural(count, { one: 'for # person', other: 'for # people' }),
  locationPeople: 'People with this issue',

  /** Number beside the name of the tab. */
  badge: (count: number, isPartial: boolean) => `${f.number(count)}${isPartial ? '+' : ''}`,
});

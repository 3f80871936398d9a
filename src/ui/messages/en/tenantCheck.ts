import type { Findings, FindingState } from '../../../tenant-check/tenantReport';
import type { Format } from '../format';

/** Numbers of products that a door shows. */
interface CloudNumbers {
  readonly purchases: number;
  /** Purchases of products that are no SKU of the directory. */
  readonly outside: number;
  readonly hasMore: boolean;
}

/** Words of the check on the page About this app. */
export const tenantCheck = (f: Format) => ({
  title: 'What this organization can do',
  text: 'Checks where your licenses are kept and which permissions this app has. The check only reads.',
  start: 'Check now',
  again: 'Check again',
  checking: 'Checking…',
  done: 'The check is done.',
  copy: 'Copy report',
  copyText:
    'The report has no names, addresses or IDs of people, groups or your organization. It lists the products you own and how many licenses of each.',
  copyByHand: 'Copy this report',
  doorsTitle: 'Where licenses are kept',
  directory: (products: number) =>
    `Directory: ${f.plural(products, { one: '# product', other: '# products' })}.`,
  directoryUnread: (status: string) => `Directory: couldn't be read (${status}).`,
  cloud: ({ purchases, outside, hasMore }: CloudNumbers) => {
    const count = f.plural(purchases, { one: '# purchase', other: '# purchases' });
    const some = hasMore ? `at least ${count}` : count;
    return `Cloud licensing: ${some}, ${outside === 0 ? 'all of them in the directory too' : `${f.number(outside)} of them not in the directory`}.`;
  },
  cloudEmpty: 'Cloud licensing: available, with no purchases.',
  cloudDenied:
    'Cloud licensing: this app needs the permission Directory.Read.All, or you need another role, to see it.',
  cloudClosed: (status: string) => `Cloud licensing: not available in this organization (${status}).`,
  cloudUnread: (status: string) => `Cloud licensing: couldn't be read (${status}).`,
  noAnswer: 'no answer',
  permissionsTitle: 'Permissions of this app',
  permission: (name: string, state: 'given' | 'missing' | 'unknown') =>
    `${name}: ${{ given: 'granted', missing: 'not granted', unknown: "couldn't be checked" }[state]}.`,
  limitsTitle: 'Limits that Microsoft 365 reported',
  noLimits: 'None in these answers.',
  refusalsTitle: 'What Microsoft 365 refused',
  noRefusals: 'Nothing.',
  findingsTitle: 'How cloud licensing behaves here',
  finding: (name: keyof Findings): string =>
    ({
      wrapsSingles: 'Wraps single items in a list',
      largePages: 'Returns more than 100 assignments at a time',
      expandsWaiting: 'Lists who waits for a license',
      expandsAssignedTo: 'Lists who has a license',
      hasProductsWithoutSku: 'Has products that the directory does not have',
      hasCatalogIds: 'Has IDs from the marketplace',
      hasSeveralPools: 'Has several purchases of one product',
      usageRightsHaveCatalogIds: 'Usage rights name marketplace IDs',
    })[name],
  state: (state: FindingState): string => ({ yes: 'Yes', no: 'No', unknown: 'Not known' })[state],
});

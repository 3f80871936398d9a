import type { Coverage, ProductClassification } from '../../../licensing/product';
import type { Format } from '../format';

type Because = Exclude<Coverage, { kind: 'assignable' }>['because'];

/** Words for classifying products as ISV apps or others, and for products that can't be assigned. */
export const classify = (f: Format) => ({
  title: 'Products to classify',
  text: "Neither Microsoft Graph nor the catalog shows who makes these products, so their seats aren't counted above. Select the apps from other software vendors, and hide the rest.",
  kept: "Your choices and names are kept in this browser and host (Teams, Outlook, or Microsoft 365), for your account only. Other people don't see them.",
  selectAll: 'Select all',
  select: (product: string) => `Select ${product}`,
  selected: (count: number) => f.plural(count, { one: '# selected', other: '# selected' }),
  treatAsIsv: 'Treat as ISV app',
  treatSelectedAsIsv: 'Treat as ISV apps',
  hide: 'Hide',
  undoChoice: 'Undo your choice',
  rename: 'Rename',
  renameProduct: (product: string) => `Rename ${product}`,
  renameTitle: 'Rename product',
  name: 'Name',
  nameHint: (original: string) => `To use the name ${original} again, leave this empty.`,
  unassignable: (count: number) => `Nothing to assign (${f.number(count)})`,
  /** Reasons that nothing can be assigned, as parts of a list. */
  shortReasons: {
    'organization-wide': 'organization-wide',
    suspended: 'suspended',
    deleted: 'deleted',
    'locked-out': 'locked',
    'not-listed': 'no longer owned',
    'vendor-assigns': 'managed by the vendor',
    'not-for-people': 'not for people or groups',
    unidentified: 'not identified',
    'not-in-graph': 'managed by the vendor',
  } satisfies Record<Because, string> as Record<Because, string>,
  goToVendor: 'Go to the vendor',
  goToVendorOf: (product: string) => `Go to the vendor of ${product}`,
  copyLink: 'Copy link',
  /** `people` is undefined if they couldn't be counted. */
  unlistedHeldBy: (people: number | undefined, groups: number) =>
    [
      ...(people === undefined ? ["We couldn't check whether people still have a license."] : []),
      ...(people
        ? [f.plural(people, { one: '# person still has a license', other: '# people still have a license' })]
        : []),
      ...(groups > 0
        ? [
            f.plural(groups, {
              one: '# group still assigns it',
              other: '# groups still assign it',
            }),
          ]
        : []),
    ].join(' · '),
  unlistedUnread:
    "We couldn't check whether people still have licenses of products that are no longer listed.",
  because: {
    catalogue: 'Listed in the catalog',
    'admin-choice': 'You chose to treat this as an ISV app',
    'identifier-shape': 'Its identifier has the form of a marketplace product',
    plans: "All its service plans are Microsoft's",
    'nothing-known': "Microsoft Graph doesn't show who makes this product, and it isn't in the catalog",
  } satisfies Record<ProductClassification['because'], string> as Record<
    ProductClassification['because'],
    string
  >,
});

import type { ProductClassification } from '../../../licensing/product';
import type { Format } from '../format';

/** Words for classifying products as ISV apps or others, and for products that are no longer listed. */
export const classify = (f: Format) => ({
  title: 'Products to classify',
  text: "Neither Microsoft Graph nor the catalog shows who makes these products, so they aren't counted above. Select the apps from other software vendors, and hide the rest.",
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
  unlistedTitle: 'No longer listed',
  unlistedText:
    'Your organization no longer owns these products. Open one to see who still has a license, or to unassign it.',
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

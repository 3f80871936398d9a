import type { ProductClassification } from '../../../licensing/product';
import type { Format } from '../format';

/** Words about whose a product is: the list of products to classify, and the menu that decides about one; and about products that are no longer listed. */
export const classify = (f: Format) => ({
  title: 'Products to classify',
  text: "Neither Microsoft Graph nor the catalogue says who makes these products, so they aren't in the numbers above. Select the ones that are apps of other software vendors, and hide the rest.",
  kept: "Your choices and names are kept in this browser and host (Teams, Outlook, or Microsoft 365), for your account only. What other people see doesn't change.",
  selectAll: 'Select all',
  select: (product: string) => `Select ${product}`,
  selected: (count: number) => f.plural(count, { one: '# selected', other: '# selected' }),
  treatAsIsv: 'Treat as ISV app',
  treatSelectedAsIsv: 'Treat as ISV apps',
  hide: 'Hide',
  undecide: 'Undo your choice',
  rename: 'Rename',
  renameProduct: (product: string) => `Rename ${product}`,
  renameTitle: 'Rename product',
  name: 'Name',
  nameHint: (original: string) => `To use the name ${original} again, leave this empty.`,
  unlistedTitle: 'No longer listed',
  unlistedText:
    'Your organization no longer owns these products. Open one to see who still has a license, or to unassign it.',
  /** `people` is undefined where they could not be counted. */
  unlistedHeldBy: (people: number | undefined, groups: number) =>
    [
      ...(people === undefined ? ["We couldn't check whether people still have a license."] : []),
      ...(people
        ? [f.plural(people, { one: '# person still has a license', other: '# people still have a license' })]
        : []),
      ...(groups > 0
        ? [
            f.plural(groups, {
              one: '# group is still set to give it',
              other: '# groups are still set to give it',
            }),
          ]
        : []),
    ].join(' · '),
  unlistedUnread:
    "We couldn't check whether people still have licenses of products that are no longer listed.",
  because: {
    catalogue: 'Known from the catalogue',
    'admin-choice': 'You chose to treat this as an ISV app',
    'identifier-shape': 'Its identifier has the form of a marketplace product',
    plans: "All its service plans are Microsoft's",
    'nothing-known':
      'Microsoft Graph does not say who makes this product, and the catalogue does not list it',
  } satisfies Record<ProductClassification['because'], string> as Record<
    ProductClassification['because'],
    string
  >,
});

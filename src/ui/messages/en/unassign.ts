import type { Format } from '../format';

/** Words of the unassign dialog. */
export const unassign = (f: Format) => ({
  title: 'Unassign licenses',
  intro: (product: string) => `Check what happens to each before you take ${product} away.`,
  remove: 'Remove',
  list: 'What happens to each user and group',
  reading: 'Reading what each holds…',
  columnConsequence: 'What happens',

  freesSeat: 'Loses the license. The seat becomes free.',
  freesClosedSeat: "Loses the license. No seat can be used again, since this product doesn't work now.",
  losesUnlisted: 'Loses the license, unless Microsoft 365 refuses.',
  mayFreeSeat:
    "Loses the direct license. Some of what this person holds couldn't be read, so it isn't known whether a seat becomes free.",
  removesError: "Loses the license, which doesn't work. No seat becomes free.",
  keepsThroughGroup: (groups: readonly string[]) =>
    `The direct license goes, but the product stays through ${f.list(groups)}. No seat becomes free.`,
  staysInherited: (groups: readonly string[]) =>
    `Stays: the license comes from ${f.list(groups)} and cannot be taken from the person. Remove it from the group, or take the person out of the group.`,
  goesWithGroup: (groups: readonly string[]) =>
    `Loses the license along with ${f.list(groups)}, selected as well.`,
  mayGoWithGroup: (groups: readonly string[]) =>
    `Loses what comes through ${f.list(groups)}, selected as well. Whether the product stays in another way couldn't be read.`,
  unreadable: "What this person or group holds couldn't be read. Nothing is sent.",
  inError: (groups: readonly string[], goesAlong: boolean) =>
    goesAlong
      ? `In error, without a license. What comes through ${f.list(groups)}, selected as well, goes with it.`
      : `In error, without a license: ${f.list(groups)} couldn't give it. Nothing is sent.`,
  alsoGives: (group: string, products: readonly string[]) => `${group} also gives ${f.list(products)}.`,
  otherProducts: (count: number) => f.plural(count, { one: '# other product', other: '# other products' }),
  membersLose: (members: number | undefined) =>
    members === undefined
      ? "Members of this group lose the product, unless they have it in another way. How many isn't known."
      : f.plural(members, {
          one: '# member of this group loses the product, unless they have it in another way.',
          other: '# members of this group lose the product, unless they have it in another way.',
        }),
  membersLoseExactly: ({ losing, keeping }: { readonly losing: number; readonly keeping: number }) =>
    [
      losing === 0
        ? 'No member of this group loses the product.'
        : f.plural(losing, {
            one: '# member of this group loses the product.',
            other: '# members of this group lose the product.',
          }),
      ...(keeping > 0
        ? [f.plural(keeping, { one: '# keeps it in another way.', other: '# keep it in another way.' })]
        : []),
    ].join(' '),
  notPermitted: 'Your role does not allow this change.',
  nothingHeld: 'Does not hold the product any more. Nothing is sent.',
  aGroup: 'a group',

  /** People and groups of the selection by how they have the product; parts that are zero are left out. */
  breakdown: (
    selected: number,
    parts: Readonly<
      Record<
        'direct' | 'throughGroup' | 'inError' | 'nothingHeld' | 'unreadable' | 'notPermitted' | 'groups',
        number
      >
    >,
  ) => {
    const words = [
      ...(parts.direct > 0 ? [`${f.number(parts.direct)} with a direct license`] : []),
      ...(parts.throughGroup > 0 ? [`${f.number(parts.throughGroup)} through a group`] : []),
      ...(parts.inError > 0 ? [`${f.number(parts.inError)} in error, without a license`] : []),
      ...(parts.nothingHeld > 0 ? [`${f.number(parts.nothingHeld)} without the product`] : []),
      ...(parts.unreadable > 0 ? [`${f.number(parts.unreadable)} that couldn't be read`] : []),
      ...(parts.notPermitted > 0 ? [`${f.number(parts.notPermitted)} that your role doesn't cover`] : []),
      ...(parts.groups > 0 ? [f.plural(parts.groups, { one: '# group', other: '# groups' })] : []),
    ];
    return `${f.number(selected)} selected: ${words.join(' · ')}`;
  },
  understood: (product: string, count: number, isExact: boolean) =>
    isExact
      ? f.plural(count, {
          one: `I understand that # person loses ${product}`,
          other: `I understand that # people lose ${product}`,
        })
      : f.plural(count, {
          one: `I understand that at least # person loses ${product}, and that the exact number isn't known`,
          other: `I understand that at least # people lose ${product}, and that the exact number isn't known`,
        }),
  understoodUnknown: (product: string) =>
    `I understand that people lose ${product}, and that how many isn't known`,
  willSend: (count: number) => f.plural(count, { one: '# will be removed', other: '# will be removed' }),
  willGoAlong: (count: number) =>
    f.plural(count, { one: '# loses it with a group', other: '# lose it with a group' }),
  willStay: (count: number) => f.plural(count, { one: '# stays as it is', other: '# stay as they are' }),
  willFree: (count: number) => f.plural(count, { one: '# seat becomes free', other: '# seats become free' }),
  willFreeAtLeast: (count: number) =>
    f.plural(count, { one: 'at least # seat becomes free', other: 'at least # seats become free' }),
  freedUnusable: "no seat can be used again, since this product doesn't work now",
  willBeUnread: (count: number) =>
    f.plural(count, { one: "# couldn't be read", other: "# couldn't be read" }),
  freedUnknown: "how many seats become free isn't known",
  nothingToSend: 'None of this can be removed here.',
});

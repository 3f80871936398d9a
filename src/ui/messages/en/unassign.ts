import type { Format } from '../format';

/** Words of the unassign dialog. */
export const unassign = (f: Format) => ({
  title: 'Unassign licenses',
  intro: (product: string) => `Check what happens to each user and group before you remove ${product}.`,
  remove: 'Remove',
  /** Goes on from the button. `who`: "3 users and 1 group". */
  removeFrom: (who: string) => `from ${who}`,
  list: 'What happens to each user and group',
  reading: 'Checking licenses…',
  columnConsequence: 'What happens',

  freesSeat: 'Loses the license, which frees a seat.',
  freesSeats: (count: number) =>
    `Loses the product with all of its ${f.number(count)} licenses, which frees ${f.number(count)} seats.`,
  freesClosedSeat: "Loses the license. The seat can't be used again, because this product doesn't work now.",
  losesUnlisted: 'Loses the license, unless Microsoft 365 refuses.',
  mayFreeSeat:
    "Loses the direct license. We couldn't read all licenses of this person, so we don't know whether a seat becomes free.",
  removesError: "Loses the license, which doesn't work. No seat becomes free.",
  keepsThroughGroup: (groups: readonly string[]) =>
    `Loses the direct license, but keeps the product through ${f.list(groups)}. No seat becomes free.`,
  keepsAndFrees: (groups: readonly string[], count: number) =>
    `Loses the direct license, but keeps the product through ${f.list(groups)}. ` +
    f.plural(count, { one: '# seat becomes free.', other: '# seats become free.' }),
  staysInherited: (groups: readonly string[]) =>
    `Keeps the license, because it's inherited from ${f.list(groups)}. Remove the license from the group, or the person from the group.`,
  goesWithGroup: (groups: readonly string[]) =>
    `Loses the license together with ${f.list(groups)}, which you also selected.`,
  mayGoWithGroup: (groups: readonly string[]) =>
    `Loses the license inherited from ${f.list(groups)}, which you also selected. We couldn't read whether this person also has it in another way.`,
  unreadable: "We couldn't read the licenses of this person or group. Nothing is sent.",
  inError: (groups: readonly string[], goesAlong: boolean) =>
    goesAlong
      ? `In error, without a license. The assignment through ${f.list(groups)}, which you also selected, is removed.`
      : `In error, without a license. ${f.list(groups)} couldn't assign it. Nothing is sent.`,
  alsoGives: (group: string, products: readonly string[]) => `${group} also assigns ${f.list(products)}.`,
  otherProducts: (count: number) => f.plural(count, { one: '# other product', other: '# other products' }),
  membersLose: (members: number | undefined) =>
    members === undefined
      ? "Members of this group lose the product, unless they have it in another way. We don't know how many."
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
  notPermitted: "Your role doesn't allow this change.",
  nothingHeld: "Doesn't have the product anymore. Nothing is sent.",
  aGroup: 'a group',

  /** Above the groups that people can be removed from. */
  leaveTitle: 'Inherited licenses',
  leave: (group: string, people: number) =>
    f.plural(people, { one: `Remove from ${group} (# person)`, other: `Remove from ${group} (# people)` }),
  leaveGroup: (group: string) => `Remove from ${group}`,
  leaveReading: 'Reading this group…',
  leaveUnknown: "We couldn't read this group, so people can't be removed from it here.",
  leaveNested:
    'This person is in it through another group. Change the members of that group in the Microsoft Entra admin center.',
  leavesTeam:
    "It's a team in Microsoft Teams. People who leave it lose access to the team's channels and files.",
  cannotLeave: {
    dynamic:
      "This is a dynamic group. A rule decides who's in it, so change the rule or the person's properties.",
    synced: 'This group is synced from your on-premises directory. Change its members there.',
    'mail-enabled': 'Change the members of this mail-enabled group in the Exchange admin center.',
    'role-assignable':
      'Roles can be assigned to this group, and its members have them. Change its members in the Microsoft Entra admin center.',
    role: "Your role can't change the members of groups. A User Administrator or Groups Administrator can.",
  },
  leavesGroups: (groups: readonly string[], fate: 'lost' | 'kept' | 'unknown' | undefined) => {
    const leaving = `Leaves ${f.list(groups)}`;
    switch (fate) {
      case 'lost':
        return `${leaving} and loses the license, which frees a seat.`;
      case 'kept':
        return `${leaving}, but keeps the license.`;
      case 'unknown':
        return `${leaving}. We don't know whether this person keeps the license in another way.`;
      case undefined:
        return `${leaving}. The license doesn't work, so no seat becomes free.`;
    }
  },
  keepsThrough: (groups: readonly string[]) => `Keeps the license through ${f.list(groups)}.`,

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
          one: `I understand that at least # person loses ${product}, and that we don't know the exact number`,
          other: `I understand that at least # people lose ${product}, and that we don't know the exact number`,
        }),
  understoodUnknown: (product: string) =>
    `I understand that people lose ${product}, and that we don't know how many`,
  willSend: (count: number) => f.plural(count, { one: '# will be removed', other: '# will be removed' }),
  willGoAlong: (count: number) =>
    f.plural(count, { one: '# loses it together with a group', other: '# lose it together with a group' }),
  willStay: (count: number) => f.plural(count, { one: '# stays as it is', other: '# stay as they are' }),
  willFree: (count: number) => f.plural(count, { one: '# seat becomes free', other: '# seats become free' }),
  willFreeAtLeast: (count: number) =>
    f.plural(count, { one: 'at least # seat becomes free', other: 'at least # seats become free' }),
  freedUnusable: "no seat can be used again, because this product doesn't work now",
  willBeUnread: (count: number) =>
    f.plural(count, { one: "# couldn't be read", other: "# couldn't be read" }),
  freedUnknown: "we don't know how many seats become free",
  severalQuestion: (count: number) =>
    f.plural(count, {
      one: '# person has licenses from more than one subscription. What do you want to do?',
      other: '# people have licenses from more than one subscription. What do you want to do?',
    }),
  freeOne: (hasOthers: boolean): string =>
    hasOthers
      ? 'Free one seat and keep the product. Everyone else selected stays as is.'
      : 'Free one seat and keep the product',
  removeAll: (hasOthers: boolean): string =>
    hasOthers
      ? 'Remove the product from everyone selected, with all seats'
      : 'Remove the product with all seats',
  freeFrom: 'Subscription to free the seat of',
  freeFromNote: 'Where nothing can be freed there, a seat of another subscription is freed.',
  freesOne: (subscription: string) => `Keeps the product and gives back one license: ${subscription}.`,
  noSecondSeat: "Stays as it is, because there's no second seat that can be freed.",
  free: 'Free seats',
  /** Goes on from the button. `who`: "3 users". */
  freeOf: (who: string) => `of ${who}`,
  freedInClosed: (count: number) =>
    f.plural(count, {
      one: "# seat can't be used again, because its subscription doesn't work now",
      other: "# seats can't be used again, because their subscription doesn't work now",
    }),
  willKeep: (count: number) =>
    f.plural(count, { one: '# person keeps the product', other: '# people keep the product' }),
  nothingToSend: "You can't remove any of these licenses here.",
});

import type { Format } from '../format';

/** Numbers of users and groups in a list, by the way they have a product. */
type ListNumbers = Readonly<
  Record<'all' | 'direct' | 'throughGroup' | 'unclear' | 'inError' | 'groups' | 'without', number>
>;

/** Words of the pane that selects users and groups of a product from a list. */
export const fromList = (f: Format) => ({
  title: 'Select from a list',
  intro: (product: string) =>
    `Find out who in a list has ${product}, and select them. Nothing changes until you choose what to do with them.`,
  boxLabel: 'Names, addresses, or object IDs',
  boxHint: 'Paste or type one per line',
  lookUp: 'Look up',
  fileHint: 'Excel, CSV, or text. You can also drop the file anywhere on this page.',
  dropHere: 'Drop the file to find the people in it',
  /** Follows "waiting for". */
  wait: (product: string) => `the list of users who have ${product}`,
  waiting: 'Checking who has it…',
  result: (product: string, numbers: ListNumbers) => {
    const { all, direct, throughGroup, unclear, inError, groups, without } = numbers;
    const having = direct + throughGroup + unclear;
    const ways = [
      ...(direct > 0 ? [`${f.number(direct)} directly`] : []),
      ...(throughGroup > 0
        ? [f.plural(throughGroup, { one: '# through a group', other: '# through groups' })]
        : []),
      ...(unclear > 0 ? [`${f.number(unclear)} in an unknown way`] : []),
    ];
    return [
      having === 0
        ? `None of the ${f.number(all)} in the list has ${product}`
        : `${f.plural(having, {
            one: `# of the ${f.number(all)} in the list has ${product}`,
            other: `# of the ${f.number(all)} in the list have ${product}`,
          })}: ${ways.join(', ')}`,
      ...(inError > 0 ? [`${f.number(inError)} in error, without a license`] : []),
      ...(groups > 0 ? [f.plural(groups, { one: '# group assigns it', other: '# groups assign it' })] : []),
      ...(without > 0 ? [f.plural(without, { one: "# doesn't have it", other: "# don't have it" })] : []),
    ].join(' · ');
  },
  mayBeInError: "We couldn't read everyone in error, so some of those who don't have it might be in error.",
  mayHaveIt: (unread: number) =>
    f.plural(unread, {
      one: "We couldn't read # of the users who have it, so someone listed as not having it might have it.",
      other:
        "We couldn't read # of the users who have it, so some of those listed as not having it might have it.",
    }),
  parts: {
    direct: 'Have it directly',
    throughGroup: 'Have it through a group',
    unclear: 'Have it in an unknown way',
    inError: 'In error, without a license',
    groups: 'Groups that assign it',
    without: "Don't have it",
  },
  /** Name of the last part if some users who have the product couldn't be read. */
  withoutAsRead: "Don't have it, as far as we could read",
  part: (name: string, count: number) => `${name} (${f.number(count)})`,
  exportPart: 'Copy or export',
  select: (count: number) => (count > 0 ? `Select ${f.number(count)}` : 'Select'),
  startOver: 'Start over',
  replaces: (selected: string) => `This replaces what's selected now: ${selected}.`,
  reasonEmpty: 'Paste a list first.',
  reasonReading: 'The list is still being read.',
  reasonColumn: 'Select a column first.',
  reasonSheet: 'Select a sheet first.',
  reasonFailed: "We couldn't read the list.",
  reasonCheck: 'Check the lines of the list first.',
  reasonNotFound: 'We found no users or groups in the list.',
  reasonUnread: "We couldn't read who has the product.",
  reasonWaiting: 'Wait until everyone who has the product is loaded.',
  reasonNone: 'No user or group in the list has the product.',
});

import type { Format } from '../format';

/** Numbers of people and groups of a list, by how they have a product. */
type ListNumbers = Readonly<
  Record<'all' | 'direct' | 'throughGroup' | 'unclear' | 'inError' | 'groups' | 'without', number>
>;

/** Words of the pane that selects on a product's page whom a list names. */
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
  waiting: 'Reading who has it…',
  result: (product: string, numbers: ListNumbers) => {
    const { all, direct, throughGroup, unclear, inError, groups, without } = numbers;
    const having = direct + throughGroup + unclear;
    const ways = [
      ...(direct > 0 ? [`${f.number(direct)} directly`] : []),
      ...(throughGroup > 0
        ? [f.plural(throughGroup, { one: '# through a group', other: '# through groups' })]
        : []),
      ...(unclear > 0 ? [`${f.number(unclear)} in a way that isn't known`] : []),
    ];
    return [
      having === 0
        ? `None of the ${f.number(all)} in the list has ${product}`
        : `${f.plural(having, {
            one: `# of the ${f.number(all)} in the list has ${product}`,
            other: `# of the ${f.number(all)} in the list have ${product}`,
          })}: ${ways.join(', ')}`,
      ...(inError > 0 ? [`${f.number(inError)} in error, without a license`] : []),
      ...(groups > 0 ? [f.plural(groups, { one: '# group gives it', other: '# groups give it' })] : []),
      ...(without > 0 ? [f.plural(without, { one: "# doesn't have it", other: "# don't have it" })] : []),
    ].join(' · ');
  },
  mayBeInError: "People in error couldn't all be read, so some of those who don't have it may be in error.",
  mayHaveIt: (unread: number) =>
    f.plural(unread, {
      one: "# of the users who have it couldn't be read, so someone listed as not having it may have it.",
      other:
        "# of the users who have it couldn't be read, so some of those listed as not having it may have it.",
    }),
  parts: {
    direct: 'Have it directly',
    throughGroup: 'Have it through a group',
    unclear: "Have it in a way that isn't known",
    inError: 'In error, without a license',
    groups: 'Groups that give it',
    without: "Don't have it",
  },
  /** Name of the last part where some of the users who have it could not be read. */
  withoutAsRead: "Don't have it, as far as could be read",
  part: (name: string, count: number) => `${name} (${f.number(count)})`,
  exportPart: 'Copy or export',
  select: (count: number) => (count > 0 ? `Select ${f.number(count)}` : 'Select'),
  startOver: 'Start over',
  replaces: (selected: string) => `This replaces what's selected now: ${selected}.`,
  reasonEmpty: 'Paste a list first.',
  reasonReading: 'The list is still being read.',
  reasonColumn: 'Choose the column first.',
  reasonSheet: 'Choose a sheet first.',
  reasonFailed: "The list couldn't be read.",
  reasonCheck: 'Check the lines of the list first.',
  reasonNotFound: 'No user or group in the list was found.',
  reasonUnread: "Who has the product couldn't be read.",
  reasonWaiting: "Reading who has the product isn't finished yet.",
  reasonNone: 'None of the people and groups in the list has the product.',
});

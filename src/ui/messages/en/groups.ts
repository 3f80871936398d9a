import type { IssueCode } from '../../../licensing/types';
import type { MigrationResult } from '../../../licensing/preflight/previewMigration';
import type { Format } from '../format';

/** Words of the pane of a group, and of the dialog that migrates people to a group. */
export const groups = (f: Format) => ({
  list: (names: readonly string[]) => f.list(names),
  processingTitle: 'Processing',
  processing: {
    queued: 'Waiting for Microsoft 365',
    processing: 'Microsoft 365 is assigning licenses',
    complete: 'Finished',
    unknown: "Not known. Microsoft 365 doesn't tell how far it is.",
  },
  otherProducts: 'Other products',
  noOtherProducts: 'None',
  leavingTitle: 'Leaving',
  leaving: (product: string, others: readonly string[]) =>
    `People who leave the group lose ${f.list([product, ...others])}, unless they have it in another way.`,
  nestedTitle: 'Nested, left out',
  nested: (count: number) =>
    f.plural(count, {
      one: '# group is in this group. Its members get no license from here.',
      other: '# groups are in this group. Their members get no license from here.',
    }),
  showMembers: 'Show members',
  memberState: { assigned: 'Successfully assigned', action: 'Actions needed', open: 'Not assigned yet' },
  noMembers: {
    assigned: "Members don't have the license from this group yet.",
    action: 'No actions needed.',
    open: 'No members to show.',
  },
  noneLoaded: 'None of the members loaded so far.',
  loadMore: 'Load more members',
  membersOf: (group: string) => `Members of ${group}`,
  loadedOf: (loaded: number, total: number) => `${f.number(loaded)} of ${f.number(total)} members loaded.`,
  unread: (count: number) =>
    f.plural(count, { one: "# member couldn't be read.", other: "# members couldn't be read." }),
  waits: 'Waits for a license. None is left.',
  memberUnread: "We couldn't read this person's licenses.",
  memberOpen: "Doesn't show the license yet",
  alsoDirect: 'Also has a direct license',
  issueStep: {
    'not-enough-licenses': 'Buy more licenses, or free some.',
    'usage-location': 'Set a usage location in which the product is available.',
    'conflicting-plans': 'Remove the product whose apps conflict.',
    'missing-plans': 'Assign the product that this one needs.',
    'duplicate-proxy-address': 'Remove the duplicate mail address of one of the accounts.',
    other: 'Check the other licenses of this group. Except in cloud licensing, if one fails, all of them do.',
  } satisfies Record<IssueCode, string>,

  reasonNoUsers: 'Select one or more users.',
  migrateTitle: 'Migrate to a group',
  migrate: 'Migrate',
  migrateIntro: (product: string) =>
    `People who have ${product} directly get it through a group instead. Everyone has a license the whole time.`,
  migrateSteps: [
    'Everyone is added to the group.',
    'Microsoft 365 assigns the license, and each person is checked.',
    'Only then is the direct license removed. People whose license through the group fails keep the direct one.',
  ],
  migrateReading: 'Checking licenses…',
  migrateList: 'What happens to each user and group',
  columnResult: 'What happens',
  result: {
    migrates: 'Joins the group, then loses the direct license.',
    'has-group-license': 'Has it through this group already. Loses the direct license.',
    'not-direct': 'Has no direct license. Nothing is sent.',
    'nested-group': "Is a group, and members of a nested group get nothing. It isn't added.",
    unreadable: "We couldn't read the licenses of this person. Nothing is sent.",
    'not-permitted': "Your role doesn't allow this change.",
  } satisfies Record<MigrationResult, string>,
  turnsOn: (count: number) =>
    f.plural(count, {
      one: '# app that was turned off is turned on by the group.',
      other: '# apps that were turned off are turned on by the group.',
    }),
  turnsOff: (count: number) =>
    f.plural(count, {
      one: '# app is turned off by the group.',
      other: '# apps are turned off by the group.',
    }),
  noneMigrates: 'None of the selected can be migrated.',
  migrationSum: (sent: number, all: number) =>
    sent === all
      ? f.plural(sent, { one: '# will be migrated', other: '# will be migrated' })
      : `${f.number(sent)} of ${f.number(all)} will be migrated`,
  groupAlsoGives: (group: string, products: readonly string[]) =>
    `Everyone who joins ${group} also gets ${f.list(products)}.`,
  joinsTeam: "It's a team in Microsoft Teams, so everyone who joins gets access to its channels and files.",
});

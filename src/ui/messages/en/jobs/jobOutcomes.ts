import type { LicenseJobSubject } from '../../../../license-jobs/licenseJob';
import type { PathStep } from '../../../../license-jobs/change-paths/pathStep';
import type { Explained } from '../../explained';
import type { Format } from '../../format';

/** Selects the words for success: those of the kind of job, or of an undo. */
export type WordKind = LicenseJobSubject['kind'] | 'undo';

/** Numbers of outcomes, to be put in a sentence. */
interface CountWords {
  readonly done: number;
  /** Parts of `done`: groups with members left out, and groups for which that isn't known. */
  readonly partly?: number | undefined;
  readonly unsure?: number | undefined;
  readonly pending: number;
  readonly skipped: number;
  readonly failed: number;
  /** Part of `failed`: users and groups of whose change a part was made. */
  readonly halfDone?: number | undefined;
  readonly cancelled: number;
}

/** Names of the products of a change of which a part was made; `switched`: those whose apps were changed. */
interface HalfDoneNames {
  readonly taken: readonly string[];
  readonly given: readonly string[];
  readonly switched: readonly string[];
  readonly notTaken: readonly string[];
  readonly notGiven: readonly string[];
  readonly notSwitched: readonly string[];
}

const doneWords: Record<WordKind, string> = {
  assign: 'assigned',
  remove: 'removed',
  'free-seat': 'freed',
  move: 'moved',
  'replace-plans': 'changed',
  'through-group': 'assigned',
  'leave-groups': 'removed',
  'migrate-to-group': 'migrated',
  'usage-location': 'set',
  reprocess: 'reprocessed',
  undo: 'undone',
};

/** Says what needs attention, without what went well or was left alone. */
const attentionParts = (
  f: Format,
  { partly = 0, unsure = 0, pending, failed, halfDone = 0, cancelled }: CountWords,
): readonly string[] => [
  ...(partly > 0 ? [`${f.number(partly)} partly done`] : []),
  ...(unsure > 0 ? [`${f.number(unsure)} done but not fully checked`] : []),
  ...(pending > 0 ? [`${f.number(pending)} accepted`] : []),
  ...(halfDone > 0 ? [`${f.number(halfDone)} half done`] : []),
  ...(failed > halfDone ? [`${f.number(failed - halfDone)} failed`] : []),
  ...(cancelled > 0 ? [`${f.number(cancelled)} not started`] : []),
];

/** Words for the outcomes of a job, counted and one by one. */
export const jobOutcomes = (f: Format) => ({
  /** Title of a job that is over: how many of `size` it changed, and what went wrong. */
  resultTitle: (kind: WordKind, size: number, counts: CountWords) => {
    const { done, partly = 0, unsure = 0, skipped } = counts;
    const full = done - partly - unsure;
    if (skipped === size) return 'Nothing to change';
    const of = full === size ? f.number(full) : `${f.number(full)} of ${f.number(size)}`;
    return [`${of} ${doneWords[kind]}`, ...attentionParts(f, counts)].join(', ');
  },
  /** Title of a job that runs. */
  runningTitle: {
    assign: 'Assigning…',
    remove: 'Removing…',
    'free-seat': 'Freeing seats…',
    move: 'Moving…',
    'replace-plans': 'Changing apps…',
    'through-group': 'Assigning…',
    'leave-groups': 'Removing…',
    'migrate-to-group': 'Migrating…',
    'usage-location': 'Setting the usage location…',
    reprocess: 'Reprocessing…',
    undo: 'Undoing…',
  } satisfies Record<WordKind, string>,
  summary: (kind: WordKind, counts: CountWords) => {
    const { done, partly = 0, unsure = 0, pending, skipped } = counts;
    const full = done - partly - unsure;
    return (
      f.list([
        ...(full > 0 || done + pending === 0 ? [`${f.number(full)} ${doneWords[kind]}`] : []),
        ...(skipped > 0 ? [`${f.number(skipped)} unchanged`] : []),
        ...attentionParts(f, counts),
      ]) + '.'
    );
  },
  done: {
    assign: 'License assigned',
    remove: 'License removed',
    'free-seat': 'Seat freed',
    move: 'License moved',
    'replace-plans': 'Apps changed',
    'through-group': 'License assigned through the group',
    'leave-groups': 'License removed',
    'migrate-to-group': 'Migrated: assigned through the group, and the direct license removed',
    'usage-location': 'Usage location set',
    reprocess: 'Reprocessed',
    undo: 'Undone',
  } satisfies Record<WordKind, string>,
  pending: {
    assign: 'Accepted. Microsoft 365 is assigning it to the members.',
    remove: 'Accepted. Microsoft 365 is removing it from the members.',
    'free-seat': 'Accepted. Microsoft 365 is applying it.',
    move: 'Accepted. Microsoft 365 is applying it.',
    'replace-plans': 'Accepted. Microsoft 365 is applying it.',
    'through-group': 'Added to the group. Microsoft 365 is assigning the license.',
    'leave-groups': 'Removed from the group. Microsoft 365 is removing the license.',
    'migrate-to-group': 'In the group, and still has the direct license.',
    'usage-location': 'Accepted. Microsoft 365 is applying it.',
    reprocess: 'Accepted. Microsoft 365 is applying it.',
    undo: 'Accepted. Microsoft 365 is applying it.',
  } satisfies Record<WordKind, string>,
  doneInPart: 'Done for the group, but not for all of its members',
  doneUnsure: 'Done for the group',
  /** `isWaiting`: those without a seat wait for one. */
  shortfall: (members: number, isWaiting: boolean) =>
    isWaiting
      ? f.plural(members, {
          one: "# member doesn't have it yet. See the product page for who waits, and for issues.",
          other: "# members don't have it yet. See the product page for who waits, and for issues.",
        })
      : f.plural(members, {
          one: "# member didn't get it. See the product page for the reason.",
          other: "# members didn't get it. See the product page for the reason.",
        }),
  shortfallAtLeast: (members: number, isWaiting: boolean) =>
    isWaiting
      ? f.plural(members, {
          one: "At least # member doesn't have it yet. See the product page for who waits, and for issues. We couldn't read whether the others got it.",
          other:
            "At least # members don't have it yet. See the product page for who waits, and for issues. We couldn't read whether the others got it.",
        })
      : f.plural(members, {
          one: "At least # member didn't get it. See the product page for the reason. We couldn't read whether the others got it.",
          other:
            "At least # members didn't get it. See the product page for the reason. We couldn't read whether the others got it.",
        }),
  shortfallUnknown: "We couldn't read whether every member got it. Check the product page later.",
  /** For a person whose group gives the product, while no seat is left. */
  waitsInLine: {
    title: 'Waits for a license',
    action: 'No license is left. When one becomes available, the first in line gets it.',
  } satisfies Explained,
  aGroup: 'a group',
  inheritedFrom: (groups: readonly string[]): Explained => ({
    title: `Assigned via ${f.list(groups)}, not directly`,
    action:
      groups.length === 1
        ? "Change the group's licenses, or remove the person from the group."
        : "Change the groups' licenses, or remove the person from the groups.",
  }),
  hasThrough: (groups: readonly string[]): Explained => ({
    title: `Already has it via ${f.list(groups)}`,
    action: 'Nothing was sent.',
  }),
  /** A change of which a part was made: names of products, any of which may be none. */
  halfDone: ({ taken, given, notTaken, notGiven, switched, notSwitched }: HalfDoneNames) => {
    const made = [
      ...(taken.length > 0 ? [`${f.list(taken)} was removed`] : []),
      ...(given.length > 0 ? [`${f.list(given)} was assigned`] : []),
      ...(switched.length > 0 ? [`the apps of ${f.list(switched)} were changed`] : []),
    ];
    const missing = [
      ...(notGiven.length > 0 ? [`${f.list(notGiven)} couldn't be assigned`] : []),
      ...(notTaken.length > 0 ? [`${f.list(notTaken)} couldn't be removed`] : []),
      ...(notSwitched.length > 0 ? [`the apps of ${f.list(notSwitched)} couldn't be changed`] : []),
    ];
    const text = `${f.list(made)}, but ${f.list(missing)}`;
    return text.charAt(0).toUpperCase() + text.slice(1);
  },
  /** Name of a product of which the same person has several licenses, one of them changed and one not. */
  oneLicense: (product: string) => `one license of ${product}`,
  otherLicense: (product: string) => `another license of ${product}`,
  halfDoneReason: (reason: string) => `Reason: ${reason}.`,
  /** Name of a person's place in a group, in the sentence about a change of which a part was made. */
  membershipOf: (group: string) => `the membership in ${group}`,
  directUnknown: "Added to the group, but it isn't known whether the direct license was removed",
  keepsDirect: 'Added to the group, but keeps the direct license',
  /** Steps of one person, without and with the name of the group. */
  pathSteps: {
    joined: (group: string | undefined) => `Added to ${group ?? 'the group'}`,
    left: (group: string | undefined) => `Removed from ${group ?? 'the group'}`,
    verified: () => 'License through the group works',
    assigned: () => 'Direct license assigned',
    removed: () => 'Direct license removed',
  } satisfies Record<PathStep['kind'], (group: string | undefined) => string>,
  pathStep: (step: string, time: string) => `${step} (${time})`,
  notGivenBack: (products: readonly string[]) => `${f.list(products)} couldn't be given back.`,
  halfDoneNext: 'Retry to make the missing change, or undo what was made.',
  waiting: 'Waiting',
  started: 'Working…',
  unsettled: "Not known yet. It's checked first when the job continues.",
  cancelled: 'Not started, because you stopped the job',
  requestId: (id: string) => `Request ID ${id}`,

  outcomesTable: 'Outcome for each user and group',
  columnWho: 'User or group',
  columnOutcome: 'Outcome',
  filters: 'Show only',
  filterName: {
    waiting: 'Waiting',
    done: 'Done',
    partly: 'Partly done',
    unsure: 'Done but not fully checked',
    pending: 'Accepted',
    skipped: 'No change',
    halfDone: 'Half done',
    failed: 'Failed',
    cancelled: 'Not started',
  },
  filterCount: (name: string, count: number) => `${name} (${f.number(count)})`,
  search: 'Search outcomes',
  searchHint: 'Name or address',
  clearSearch: 'Clear search',
  shown: (shown: number, all: number) => `${f.number(shown)} of ${f.number(all)} shown`,
  noneShown: 'No outcomes match your search and filters.',
});

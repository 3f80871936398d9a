import type { LicenseJobSubject } from '../../../../license-jobs/licenseJob';
import type { Explained } from '../../explained';
import type { Format, PluralForms } from '../../format';

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
  readonly cancelled: number;
}

const doneForms: Record<WordKind, PluralForms> = {
  assign: { other: '# assigned' },
  remove: { other: '# removed' },
  move: { other: '# moved' },
  'replace-plans': { other: '# changed' },
  'through-group': { other: '# assigned' },
  'usage-location': { other: '# set' },
  undo: { other: '# undone' },
};

/** Words for the outcomes of a job, counted and one by one. */
export const jobOutcomes = (f: Format) => ({
  summary: (
    kind: WordKind,
    { done, partly = 0, unsure = 0, pending, skipped, failed, cancelled }: CountWords,
  ) =>
    f.list([
      ...(done > partly + unsure || done + pending === 0
        ? [f.plural(done - partly - unsure, doneForms[kind])]
        : []),
      ...(partly > 0 ? [f.plural(partly, { other: '# partly done' })] : []),
      ...(unsure > 0 ? [f.plural(unsure, { other: '# done but not fully checked' })] : []),
      ...(pending > 0 ? [f.plural(pending, { other: '# accepted' })] : []),
      ...(skipped > 0 ? [f.plural(skipped, { one: '# left as it was', other: '# left as they were' })] : []),
      ...(failed > 0 ? [f.plural(failed, { other: '# failed' })] : []),
      ...(cancelled > 0 ? [f.plural(cancelled, { other: '# not started' })] : []),
    ]) + '.',
  done: {
    assign: 'License assigned',
    remove: 'License removed',
    move: 'License moved',
    'replace-plans': 'Apps changed',
    'through-group': 'License assigned through the group',
    'usage-location': 'Usage location set',
    undo: 'Undone',
  } satisfies Record<WordKind, string>,
  pending: {
    assign: 'Accepted. Microsoft Entra is assigning it to the members.',
    remove: 'Accepted. Microsoft Entra is removing it from the members.',
    move: 'Accepted. Microsoft Entra is applying it.',
    'replace-plans': 'Accepted. Microsoft Entra is applying it.',
    'through-group': 'Added to the group. Microsoft Entra is assigning the license.',
    'usage-location': 'Accepted. Microsoft Entra is applying it.',
    undo: 'Accepted. Microsoft Entra is applying it.',
  } satisfies Record<WordKind, string>,
  doneInPart: 'Done for the group, but not for all of its members',
  doneUnsure: 'Done for the group',
  shortfall: (members: number) =>
    f.plural(members, {
      one: "# member didn't get it. See the product page for the reason.",
      other: "# members didn't get it. See the product page for the reason.",
    }),
  shortfallAtLeast: (members: number) =>
    f.plural(members, {
      one: "At least # member didn't get it. See the product page for the reason. We couldn't read whether the others got it.",
      other:
        "At least # members didn't get it. See the product page for the reason. We couldn't read whether the others got it.",
    }),
  shortfallUnknown: "We couldn't read whether every member got it. Check the product page later.",
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
    skipped: 'Left as it was',
    cancelled: 'Not started',
  },
  filterCount: (name: string, count: number) => `${name} (${f.number(count)})`,
  search: 'Search outcomes',
  searchHint: 'Name or address',
  clearSearch: 'Clear search',
  shown: (shown: number, all: number) => `${f.number(shown)} of ${f.number(all)} shown`,
  noneShown: 'No outcomes match your search and filters.',
});

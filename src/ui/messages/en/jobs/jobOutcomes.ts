import type { LicenseJobSubject } from '../../../../license-jobs/licenseJob';
import type { Explained } from '../../explained';
import type { Format, PluralForms } from '../../format';

/** Which words stand for success: those of what the job does, or of taking a job back. */
export type WordKind = LicenseJobSubject['kind'] | 'undo';

/** Numbers of outcomes, to be put in a sentence. */
interface CountWords {
  readonly done: number;
  /** Parts of `done`: groups of which people were left out, and those of which that is not known. */
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
  undo: { other: '# taken back' },
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
      ...(partly > 0 ? [f.plural(partly, { other: '# done in part' })] : []),
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
    undo: 'Taken back',
  } satisfies Record<WordKind, string>,
  pending: {
    assign: 'Accepted. Entra applies it to the members now.',
    remove: 'Accepted. Entra takes the license from the members now.',
    move: 'Accepted. Entra applies it now.',
    'replace-plans': 'Accepted. Entra applies it now.',
    'through-group': 'In the group. Entra assigns the license now.',
    'usage-location': 'Accepted. Entra applies it now.',
    undo: 'Accepted. Entra applies it now.',
  } satisfies Record<WordKind, string>,
  doneInPart: 'Done for the group, but not for all of its members',
  doneUnsure: 'Done for the group',
  shortfall: (members: number) =>
    f.plural(members, {
      one: "# member did not get it. The product's page says why.",
      other: "# members did not get it. The product's page says why.",
    }),
  shortfallAtLeast: (members: number) =>
    f.plural(members, {
      one: "At least # member did not get it. The product's page says why. Whether others got it couldn't be read.",
      other:
        "At least # members did not get it. The product's page says why. Whether others got it couldn't be read.",
    }),
  shortfallUnknown: "Whether every member got it couldn't be read. Check the product's page later.",
  aGroup: 'a group',
  inheritedFrom: (groups: readonly string[]): Explained => ({
    title: `Assigned via ${f.list(groups)}, not directly`,
    action:
      groups.length === 1
        ? 'Change what the group gives, or remove the person from it.'
        : 'Change what the groups give, or remove the person from them.',
  }),
  hasThrough: (groups: readonly string[]): Explained => ({
    title: `Has it via ${f.list(groups)} already`,
    action: 'Nothing was sent.',
  }),
  waiting: 'Waiting',
  started: 'Working…',
  unsettled: 'Not settled yet. It is checked first when the job goes on.',
  cancelled: 'Not started, because you stopped',
  requestId: (id: string) => `Request ID ${id}`,

  outcomesTable: 'Outcome for each user and group',
  columnWho: 'User or group',
  columnOutcome: 'Outcome',
  filters: 'Show only',
  filterName: {
    waiting: 'Waiting',
    done: 'Done',
    partly: 'Done in part',
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
  noneShown: 'No outcome matches the search and the filters.',
});

import type { Format } from '../format';

/** Words for changes that Microsoft 365 doesn't show yet, and for jobs that end on another page. */
export const updates = (f: Format) => ({
  updating: 'Being updated. Microsoft 365 might take a few minutes to show all changes.',
  updatingShort: 'Changes take a few minutes to show.',
  seatsUpdating: (products: readonly string[]) =>
    `Being updated: seats of ${f.list(products)}. Microsoft 365 might take a few minutes to show all changes.`,
  differsTitle: 'Microsoft 365 shows something different',
  notAssigned: (names: string) => `Assigned or changed here, but not shown there: ${names}.`,
  notRemoved: (names: string) => `Removed here, but still shown there: ${names}.`,
  seatsDiffer: (expected: number, shown: number) =>
    `Expected ${f.plural(expected, { one: '# assigned seat', other: '# assigned seats' })}, but ${f.number(shown)} ${shown === 1 ? 'is' : 'are'} shown.`,
  differsAction: "Someone else might have changed it since. Refresh. If that doesn't help, try again.",
  others: (count: number) => f.plural(count, { one: '# other', other: '# others' }),
  jobDone: (title: string, summary: string) => `Done: ${title}. ${summary}`,
  jobPaused: (title: string) => `Paused: ${title}`,
  jobResumed: (title: string) => `Resumed: ${title}`,
  jobsEnded: (count: number) => f.plural(count, { one: '# job to check', other: '# jobs to check' }),
});

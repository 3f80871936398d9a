import { forEachInSteps, type Steps } from '../base/async/inSlices';
import type { PlannedLicenseItem, LicenseJobPlan, LicenseJobSubject, LineSource } from './licenseJob';

/** Pasted or dropped lists, as far as a job's report speaks of them. */
interface JobIntake {
  /** Line that a principal comes from, by the principal's id in lower case; principals that were chosen by name have none. */
  readonly sources: ReadonlyMap<string, LineSource>;
  /** Lines that led to no principal, in their order. */
  readonly unresolved: readonly UnresolvedLine[];
}

/** A line that led to no principal, as a job keeps it. */
export type UnresolvedLine = NonNullable<LicenseJobSubject['unresolved']>['lines'][number];

/** Maximum number of lines that a job keeps, since the history loads them with each job. */
const maxLines = 1_000;

/** Maximum length of a line's text: no name or address of Graph's users and groups is longer. */
const maxTextLength = 256;

/** Adds to a plan the lines that its principals come from, and those that led to none. */
export function* withIntake(plan: LicenseJobPlan, { sources, unresolved }: JobIntake): Steps<LicenseJobPlan> {
  const items: PlannedLicenseItem[] = [];
  yield* forEachInSteps(plan.items, (item) => {
    const source = sources.get(item.key);
    items.push(source ? { ...item, input: { ...item.input, source } } : item);
  });
  if (unresolved.length === 0) return { ...plan, items };
  // Duplicates come last: of too many lines, they are the first that aren't kept.
  const others = unresolved.filter(({ reason }) => reason !== 'duplicate');
  const duplicates = unresolved.filter(({ reason }) => reason === 'duplicate');
  const lines = [...others, ...duplicates]
    .slice(0, maxLines)
    .map((line) => ({ ...line, text: shorten(line.text) }));
  return {
    ...plan,
    items,
    subject: { ...plan.subject, unresolved: { lines, more: unresolved.length - lines.length } },
  };
}

/** A text of at most 256 characters; an ellipsis ends one that was longer. */
function shorten(text: string): string {
  if (text.length <= maxTextLength) return text;
  // A character outside the basic plane is never cut in half.
  return `${text.slice(0, maxTextLength - 1).replace(/[\uD800-\uDBFF]$/, '')}…`;
}

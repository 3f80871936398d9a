/**
 * Parser of what the journal keeps of the bound kinds of jobs, written by this version of the app or an earlier one. Each
 * method throws for what it does not understand; then the job counts as unreadable and stays in the journal as it is.
 */
export interface JobSchema<Subject, Input, Code extends string> {
  parseSubject(stored: unknown): Subject;
  parseInput(stored: unknown): Input;
  /** Parses what a check found right before an item was started; undefined stays undefined. */
  parseBefore(stored: unknown): unknown;
  /** Parses what an operation's `begin` resolved with; undefined stays undefined. */
  parseContext(stored: unknown): unknown;
  /** Parses the reason of an outcome. */
  parseReason(stored: unknown): Code;
}

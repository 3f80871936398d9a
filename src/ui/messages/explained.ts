/** A problem: `title` says what happened, `action` what to do next. */
export interface Explained {
  readonly title: string;
  readonly action: string;
}

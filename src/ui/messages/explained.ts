/** What happened, and what the person can do now. */
export interface Explained {
  readonly title: string;
  readonly action: string;
}

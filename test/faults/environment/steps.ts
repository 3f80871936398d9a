/**
 * A moment at which a page can die: before a request leaves it, after the service acted and before the answer comes,
 * right after the answer came, before the journal has a note, and after it has it and before the page hears so.
 */
export type Step = 'depart' | 'effect' | 'answer' | 'append' | 'appended';

/** Hears of every step of a page. */
export type OnStep = (step: Step) => void;

/** What can die at any moment. */
export interface PageLifecycle {
  readonly isCrashed: () => boolean;
  readonly onStep: OnStep;
}

/** What a dead page waits for. */
export const never = <T>(): Promise<T> => new Promise<T>(() => undefined);

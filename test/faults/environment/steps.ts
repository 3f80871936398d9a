/**
 * Step of a page at which it can crash: `depart` before a request is sent, `effect` after the service acted, `answer`
 * after the response arrived, `append` before the journal stores events, `appended` after it stored them and before
 * the page knows.
 */
export type Step = 'depart' | 'effect' | 'answer' | 'append' | 'appended';

/** Receives the steps of a page. */
export type OnStep = (step: Step) => void;

/** State of a page that can crash at any step. */
export interface PageLifecycle {
  readonly isCrashed: () => boolean;
  readonly onStep: OnStep;
}

/** Never settles: pending calls of a crashed page. */
export const never = <T>(): Promise<T> => new Promise<T>(() => undefined);

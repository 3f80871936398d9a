import type { JobEvent } from '../journal/journal';

/** Makes one event of outcomes that follow one another, so that a journal of many items stays short. */
export function coalesceOutcomes<Code extends string>(events: readonly JobEvent<Code>[]): JobEvent<Code>[] {
  const joined: JobEvent<Code>[] = [];
  let run: Extract<JobEvent<Code>, { kind: 'settled' }>[] = [];
  const end = (): void => {
    const last = run.at(-1);
    if (last) joined.push({ ...last, items: run.flatMap(({ items }) => items) });
    run = [];
  };
  for (const event of events) {
    if (event.kind === 'settled') {
      run.push(event);
    } else {
      end();
      joined.push(event);
    }
  }
  end();
  return joined;
}

import { setTimeout as wait } from 'node:timers/promises';
import type { Browser, CDPSession, Frame } from '@playwright/test';

/** Work of the main thread of the app's frame while something was measured. */
export interface Traced {
  readonly tookInMs: number;
  /** The longest task: how long nothing else could happen. */
  readonly longestInMs: number;
  /** Processor time of the task that took most of it, which other programs of the machine don't add to. */
  readonly longestCpuInMs: number;
  /** Time in all tasks together. */
  readonly busyInMs: number;
  readonly busyCpuInMs: number;
}

/** An event of a trace, as far as it is used (Chromium: trace event format); times are in microseconds. */
interface TraceEvent {
  readonly name: string;
  readonly pid: number;
  readonly tid: number;
  readonly ts: number;
  readonly dur?: number;
  readonly tdur?: number;
}

const settlingInMs = 200;
const marks = { begin: 'bench: begin', end: 'bench: end' } as const;

/** Chromium's tasks of a thread; the Long Tasks API tells those of 50 ms and more among them, without processor time. */
const taskNames: ReadonlySet<string> = new Set(['ThreadControllerImpl::RunTask', 'RunTask']);

/**
 * Measures an action in the frame from its begin until the page has been idle after it. The frame may be opened by the action,
 * then `frameOf` finds it afterwards and the whole thread counts.
 */
export async function traceTab(
  browser: Browser,
  frameOf: () => Promise<Frame>,
  action: () => Promise<void>,
  opensFrame = false,
): Promise<Traced> {
  const session = await browser.newBrowserCDPSession();
  const events: TraceEvent[] = [];
  session.on('Tracing.dataCollected', ({ value }) => {
    events.push(...(value as unknown as TraceEvent[]).filter(isUsed));
  });
  await session.send('Tracing.start', {
    transferMode: 'ReportEvents',
    traceConfig: { includedCategories: ['toplevel', 'blink.user_timing'], excludedCategories: ['*'] },
  });
  if (!opensFrame) await mark(await frameOf(), marks.begin);
  await action();
  await mark(await frameOf(), marks.end);
  await endTrace(session);
  return measured(events);
}

async function endTrace(session: CDPSession): Promise<void> {
  const complete = new Promise((resolve) => session.once('Tracing.tracingComplete', resolve));
  await session.send('Tracing.end');
  await complete;
  await session.detach();
}

/** Leaves a mark in the trace; the last one a moment later, for what follows the drawing of the result. */
async function mark(frame: Frame, name: string): Promise<void> {
  if (name === marks.end) await wait(settlingInMs);
  await frame.evaluate((text) => void performance.mark(text), name);
}

function isUsed({ name }: TraceEvent): boolean {
  return taskNames.has(name) || name === marks.begin || name === marks.end;
}

function measured(events: readonly TraceEvent[]): Traced {
  const end = events.find(({ name }) => name === marks.end);
  if (!end) throw new Error('The trace has no mark of the frame.');
  const ofThread = events.filter(({ pid, tid }) => pid === end.pid && tid === end.tid);
  const begin = ofThread.find(({ name }) => name === marks.begin);
  const from = begin?.ts ?? Math.min(...ofThread.slice(0, 1).map(({ ts }) => ts));
  const tasks = ofThread.filter(
    ({ name, ts, dur = 0 }) => taskNames.has(name) && ts + dur > from && ts < end.ts,
  );
  const most = (read: (task: TraceEvent) => number | undefined): number =>
    tasks.reduce((longest, task) => Math.max(longest, read(task) ?? 0), 0) / 1_000;
  const sum = (read: (task: TraceEvent) => number | undefined): number =>
    tasks.reduce((total, task) => total + (read(task) ?? 0), 0) / 1_000;
  return {
    tookInMs: (end.ts - from) / 1_000,
    longestInMs: most(({ dur }) => dur),
    longestCpuInMs: most(({ tdur }) => tdur),
    busyInMs: sum(({ dur }) => dur),
    busyCpuInMs: sum(({ tdur }) => tdur),
  };
}

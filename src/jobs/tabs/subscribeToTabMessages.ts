import type { JobHistory } from '../createHistory';
import type { JobLogs } from '../runner/createJobLogs';
import type { ActiveRuns } from '../runner/createActiveRuns';
import type { RunnerWatch } from './createRunnerWatch';
import type { JobChannel, JobMessage } from './jobMessages';

/** What is kept up to date by what other tabs tell. */
interface TabMessageTargets<Subject, Input, Code extends string> {
  /** This tab's own name, whose notes are not heard. */
  readonly tab: string;
  readonly channel: JobChannel;
  readonly history: JobHistory<Subject>;
  readonly watch: RunnerWatch;
  readonly activeRuns: ActiveRuns<Subject, Input, Code>;
  readonly logs: JobLogs<Subject, Input, Code>;
}

/** The ways to catch up with other tabs. */
interface TabSync {
  /** Another tab wrote to the job, took it up or let go of it. */
  readonly refresh: (jobId: string, isRewritten?: boolean) => void;
  /** Resolves when it is read, or could not be. */
  readonly loadHistory: () => Promise<void>;
}

/** Listens to the other tabs for as long as the page lives. What cannot be read now is read with the next message. */
export function subscribeToTabMessages<Subject, Input, Code extends string>(
  readers: TabMessageTargets<Subject, Input, Code>,
): TabSync {
  const { tab, channel, history, watch, activeRuns, logs } = readers;

  function refresh(jobId: string, isRewritten = false): void {
    history.notify();
    const log = logs.getCached(jobId);
    if (!log || activeRuns.isHere(jobId)) return;
    log.changes.notify();
    void (isRewritten ? log.reload() : log.refresh()).catch(() => undefined);
  }

  async function loadHistory(): Promise<void> {
    try {
      await Promise.all([history.load(), watch.refresh()]);
    } catch {
      // Why nothing can be listed shows in what the jobs say of their storage.
      history.notify();
    }
  }

  function handle(message: JobMessage): void {
    switch (message.kind) {
      case 'asked':
        void activeRuns.stop(message.jobId, message.wish);
        break;
      case 'changed':
        watch.markSeen(message.jobId);
        if (!history.update(message.jobId, message.digest)) void loadHistory();
        refresh(message.jobId, message.isRewritten);
        break;
      case 'listed':
        void loadHistory();
        break;
      case 'rests':
        void watch.refresh().catch(() => undefined);
        break;
    }
  }

  channel.subscribe(({ from, message }) => {
    if (from !== tab) handle(message);
  });
  return { refresh, loadHistory };
}

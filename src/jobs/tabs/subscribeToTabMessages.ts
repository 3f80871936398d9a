import type { JobHistory } from '../createJobHistory';
import type { ActiveRuns } from '../runner/createActiveRuns';
import type { JobLogs } from '../state/createJobLog';
import type { RunnerTracker } from './createRunnerTracker';
import type { JobChannel, JobMessage } from './jobChannel';

interface TabMessageTargets<Subject, Input, Code extends string> {
  /** Id of this tab, whose own messages are ignored. */
  readonly tab: string;
  readonly channel: JobChannel;
  readonly history: JobHistory<Subject>;
  readonly tracker: RunnerTracker;
  readonly activeRuns: ActiveRuns<Subject, Input, Code>;
  readonly logs: JobLogs<Subject, Input, Code>;
}

/**
 * Keeps this tab up to date with the other tabs as long as the page lives; data that can't be read now is read with the next
 * message. Resolves when the history was read for the first time, or could not be.
 */
export function subscribeToTabMessages<Subject, Input, Code extends string>(
  targets: TabMessageTargets<Subject, Input, Code>,
): Promise<void> {
  const { tab, channel, history, tracker, activeRuns, logs } = targets;

  function refreshJob(jobId: string, isRewritten = false): void {
    history.notify();
    const log = logs.getCached(jobId);
    if (!log || tracker.runnerOf(jobId) === 'here') return;
    log.changes.notify();
    void (isRewritten ? log.reload() : log.refresh()).catch(() => undefined);
  }

  async function loadHistory(): Promise<void> {
    try {
      await Promise.all([history.load(), tracker.refresh()]);
    } catch {
      // The reason shows in `Jobs.storage`.
      history.notify();
    }
  }

  function handle(message: JobMessage): void {
    switch (message.kind) {
      case 'stop-requested':
        void activeRuns.stop(message.jobId, message.action);
        break;
      case 'changed':
        tracker.markSeen(message.jobId);
        if (!history.update(message.jobId, message.digest)) void loadHistory();
        refreshJob(message.jobId, message.isRewritten);
        break;
      case 'list-changed':
        void loadHistory();
        break;
      case 'run-ended':
        void tracker.refresh().catch(() => undefined);
        break;
    }
  }

  tracker.subscribe((jobId) => refreshJob(jobId));
  channel.subscribe(({ from, message }) => {
    if (from !== tab) handle(message);
  });
  return loadHistory();
}

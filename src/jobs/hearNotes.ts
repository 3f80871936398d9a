import type { History } from './history/createHistory';
import type { Logs } from './running/createLogs';
import type { Sessions } from './running/createSessions';
import type { RunnerWatch } from './tabs/createRunnerWatch';
import type { JobChannel, JobNote } from './tabs/jobChannel';

/** What is kept up to date by what other tabs tell. */
interface NoteReaders<Subject, Input, Code extends string> {
  /** This tab's own name, whose notes are not heard. */
  readonly tab: string;
  readonly channel: JobChannel;
  readonly history: History<Subject>;
  readonly watch: RunnerWatch;
  readonly sessions: Sessions<Subject, Input, Code>;
  readonly logs: Logs<Subject, Input, Code>;
}

/** The ways to catch up with other tabs. */
interface Ears {
  /** Another tab wrote to the job, took it up or let go of it. */
  readonly refresh: (jobId: string, isRewritten?: boolean) => void;
  /** Resolves when it is read, or could not be. */
  readonly loadHistory: () => Promise<void>;
}

/** Listens to the other tabs for as long as the page lives. What cannot be read now is read with the next note. */
export function hearNotes<Subject, Input, Code extends string>(
  readers: NoteReaders<Subject, Input, Code>,
): Ears {
  const { tab, channel, history, watch, sessions, logs } = readers;

  function refresh(jobId: string, isRewritten = false): void {
    history.touch();
    const log = logs.peek(jobId);
    if (!log || sessions.isHere(jobId)) return;
    log.changes.touch();
    void (isRewritten ? log.reload() : log.refresh()).catch(() => undefined);
  }

  async function loadHistory(): Promise<void> {
    try {
      await Promise.all([history.load(), watch.refresh()]);
    } catch {
      // Why nothing can be listed shows in what the jobs say of their storage.
      history.touch();
    }
  }

  function hear(note: JobNote): void {
    switch (note.kind) {
      case 'asked':
        void sessions.ask(note.jobId, note.wish);
        break;
      case 'changed':
        watch.heardOf(note.jobId);
        if (!history.update(note.jobId, note.digest)) void loadHistory();
        refresh(note.jobId, note.isRewritten);
        break;
      case 'listed':
        void loadHistory();
        break;
      case 'rests':
        void watch.refresh().catch(() => undefined);
        break;
    }
  }

  channel.subscribe(({ from, note }) => {
    if (from !== tab) hear(note);
  });
  return { refresh, loadHistory };
}

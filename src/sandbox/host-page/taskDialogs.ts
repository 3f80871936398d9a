import type { Frames, HostFrame } from './frames';
import type { Effect } from './protocol/step';
import { openTask } from './surfaces/openTask';
import type { TaskDialog } from './surfaces/openTask';

interface OpenTask {
  readonly dialog: TaskDialog;
  readonly frame: HostFrame;
  readonly opener: HostFrame;
  result: { readonly value: unknown } | undefined;
}

/** The dialogs that the app opened, at most one for each frame. */
export interface TaskDialogs {
  /** Opens one and gives the reply to its opener once it is over. */
  open(effect: Extract<Effect, { kind: 'open-task' }>, opener: HostFrame): Promise<readonly unknown[]>;
  /** Ends the dialog that a frame lives in. */
  close(task: HostFrame, result: unknown): void;
  resize(task: HostFrame, width: unknown, height: unknown): void;
  taskOf(opener: HostFrame): HostFrame | undefined;
  openerOf(task: HostFrame): HostFrame | undefined;
}

/** Makes the register of open dialogs. */
export function createTaskDialogs(frames: Frames): TaskDialogs {
  const tasks = new Set<OpenTask>();
  const find = (task: HostFrame): OpenTask | undefined => [...tasks].find(({ frame }) => frame === task);
  return {
    open: async ({ url, title, width, height }, opener) => {
      const dialog = openTask(url, title, width, height);
      const frame = frames.add(dialog.frame, { ...opener.state, frameContext: 'task', handlers: [] });
      const task: OpenTask = { dialog, frame, opener, result: undefined };
      tasks.add(task);
      await dialog.ended;
      tasks.delete(task);
      frames.remove(frame);
      return task.result ? [undefined, task.result.value] : ['CancelledByUser'];
    },
    close: (frame, value) => {
      const task = find(frame);
      if (!task) return;
      task.result = { value };
      task.dialog.close();
    },
    resize: (frame, width, height) => find(frame)?.dialog.resize(width, height),
    taskOf: (opener) => [...tasks].find((task) => task.opener === opener)?.frame,
    openerOf: (frame) => find(frame)?.opener,
  };
}

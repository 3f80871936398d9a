import type { Frames, HostFrame } from './frames';
import type { Effect } from './protocol/step';
import { words } from '../words';
import { createAppFrame } from './createAppFrame';
import { openModal } from './surfaces/modal';
import type { Modal } from './surfaces/modal';

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

/** Sizes that teams-js names, in CSS pixels (`DialogDimension`). */
const namedSizes: Readonly<Record<string, number>> = { small: 300, medium: 600, large: 900 };

function pixels(size: unknown, otherwise: number): string {
  const value = typeof size === 'number' ? size : (namedSizes[String(size)] ?? otherwise);
  return `${value}px`;
}

/** A dialog of the app, in a frame of its own. */
interface TaskDialog extends Modal {
  readonly frame: HTMLIFrameElement;
  resize(width: unknown, height: unknown): void;
}

/** Opens a page of the app in a dialog of the host. */
function openTask(url: string, title: string, width: unknown, height: unknown): TaskDialog {
  const frame = createAppFrame(url, title || words.dialogs.task);
  const buttons = [{ text: words.dialogs.close, value: '' }];
  const modal = openModal(title || words.dialogs.task, [frame], buttons, { class: 'task' });
  const resize: TaskDialog['resize'] = (newWidth, newHeight) => {
    frame.style.width = pixels(newWidth, 600);
    frame.style.height = pixels(newHeight, 400);
  };
  resize(width, height);
  return { ...modal, frame, resize };
}

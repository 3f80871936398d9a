import { words } from '../../words';
import { createAppFrame } from '../createAppFrame';
import { openModal } from './modal';
import type { Modal } from './modal';

/** Sizes that teams-js names, in CSS pixels (`DialogDimension`). */
const namedSizes: Readonly<Record<string, number>> = { small: 300, medium: 600, large: 900 };

function pixels(size: unknown, otherwise: number): string {
  const value = typeof size === 'number' ? size : (namedSizes[String(size)] ?? otherwise);
  return `${value}px`;
}

/** A dialog of the app, in a frame of its own. */
export interface TaskDialog extends Modal {
  readonly frame: HTMLIFrameElement;
  resize(width: unknown, height: unknown): void;
}

/** Opens a page of the app in a dialog of the host. */
export function openTask(url: string, title: string, width: unknown, height: unknown): TaskDialog {
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

import { el } from '../el';
import type { Attributes } from '../el';

/** One button of a modal dialog; `value` is what the dialog ends with. */
interface ModalButton {
  readonly text: string;
  readonly value: string;
  readonly isPrimary?: boolean;
  /** Makes it a link that opens in a new tab of the browser. */
  readonly href?: string;
}

/** A modal dialog that is open. */
export interface Modal {
  readonly dialog: HTMLDialogElement;
  /** Ends it with a value. */
  close(value?: string): void;
  /** The value of the button that ended it; empty where it was closed otherwise. */
  readonly ended: Promise<string>;
}

let made = 0;

/** Opens a modal dialog over the host page. Escape ends it with an empty value. */
export function openModal(
  title: string,
  body: readonly Node[],
  buttons: readonly ModalButton[],
  more: Attributes = {},
): Modal {
  made += 1;
  const titleId = `dialog-title-${made}`;
  const footer = el('div', { class: 'dialog-buttons' });
  const dialog = el(
    'dialog',
    { 'aria-labelledby': titleId, ...more },
    el('h2', { id: titleId }, title),
    ...body,
    footer,
  );
  const close = (value = ''): void => dialog.close(value);
  for (const { text, value, isPrimary, href } of buttons) {
    const look = isPrimary ? 'button primary' : 'button';
    const control =
      href === undefined
        ? el('button', { type: 'button', class: look }, text)
        : el('a', { href, class: look, target: '_blank', rel: 'noopener noreferrer' }, text);
    control.addEventListener('click', () => close(value));
    footer.append(control);
  }
  const ended = new Promise<string>((resolve) => {
    dialog.addEventListener('close', () => {
      dialog.remove();
      resolve(dialog.returnValue);
    });
  });
  document.body.append(dialog);
  dialog.showModal();
  return { dialog, close, ended };
}

/** A paragraph of a dialog. */
export function paragraph(text: string): HTMLElement {
  return el('p', {}, text);
}

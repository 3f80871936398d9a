import type { Frame } from '@playwright/test';

/** Drops a file on the app: its text or bytes, or a number for so many letters that are made in the page. */
export async function dropFile(
  frame: Frame,
  name: string,
  content: string | Uint8Array | number,
): Promise<void> {
  const given = content instanceof Uint8Array ? [...content] : content;
  await frame.evaluate(
    ([fileName, parts]) => {
      const body = typeof parts === 'number' ? 'x'.repeat(parts) : parts;
      const dataTransfer = new DataTransfer();
      const bits = typeof body === 'string' ? body : Uint8Array.from(body);
      dataTransfer.items.add(new File([bits], fileName, { type: 'text/csv' }));
      window.dispatchEvent(new DragEvent('drop', { dataTransfer, bubbles: true, cancelable: true }));
    },
    [name, given] as const,
  );
}

/** Chooses a file with the button of the app. */
export async function chooseFile(frame: Frame, name: string, content: Uint8Array): Promise<void> {
  await frame
    .locator('input[type=file]')
    .setInputFiles({ name, mimeType: 'text/csv', buffer: Buffer.from(content) });
}

import { el } from './el';

/** Sandbox flags of hosts for an app: its own storage, and windows without the frame's limits. */
const sandboxed = 'allow-scripts allow-same-origin allow-forms allow-popups allow-popups-to-escape-sandbox';

/**
 * Makes the frame of one page of the app. Phones save no file that a page makes (observed in Teams for Android and iOS);
 * inferred: they open windows all the same.
 */
export function createAppFrame(url: string, title: string, canDownload = true): HTMLIFrameElement {
  const { origin } = new URL(url);
  const allow = `clipboard-read ${origin}; clipboard-write ${origin}`;
  return el('iframe', {
    src: url,
    title,
    sandbox: canDownload ? `${sandboxed} allow-downloads` : sandboxed,
    allow,
    class: 'app-frame',
  });
}

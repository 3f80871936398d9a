import { el } from './el';

/** What hosts allow an app in a frame: its own storage, and windows that leave the frame's limits behind. */
const sandboxed =
  'allow-scripts allow-same-origin allow-forms allow-popups allow-popups-to-escape-sandbox allow-downloads';

/** Makes the frame of one page of the app. */
export function createAppFrame(url: string, title: string): HTMLIFrameElement {
  const { origin } = new URL(url);
  const allow = `clipboard-read ${origin}; clipboard-write ${origin}`;
  return el('iframe', { src: url, title, sandbox: sandboxed, allow, class: 'app-frame' });
}

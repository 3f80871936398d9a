import { textResponse } from './responses';
import type { SiteResponse } from './siteTypes';

/** Query parameter by which the host page asks for an app page that saves one file. */
export const oneDownloadParameter = 'one-download';

/** Path of the script that keeps a page from saving a second file. */
export const oneDownloadPath = '/one-download.js';

/**
 * Runs in the app's page before the app. Clients of Teams for the desktop save the first file that a page makes until
 * it is reloaded, and silently drop the others (observed; MicrosoftDocs/msteams-docs, issue 9904; a later client is
 * said to save them all).
 */
const script = `'use strict';
(() => {
  let hasSaved = false;
  const mustStop = (link) => {
    if (!link.hasAttribute('download') || !link.href.startsWith('blob:')) return false;
    const isLater = hasSaved;
    hasSaved = true;
    return isLater;
  };
  // A click of a link outside of the document reaches no listener of the window.
  const { click } = HTMLElement.prototype;
  HTMLAnchorElement.prototype.click = function () {
    if (this.isConnected || !mustStop(this)) click.call(this);
  };
  addEventListener(
    'click',
    (event) => {
      const link = event.composedPath().find((target) => target instanceof HTMLAnchorElement);
      if (link?.isConnected && mustStop(link)) event.preventDefault();
    },
    true,
  );
})();
`;

/** Answers with the script. */
export function oneDownloadScript(): SiteResponse {
  return textResponse(script, 'text/javascript');
}

/** Returns the page with the script before all others. */
export function withOneDownload(page: SiteResponse): SiteResponse {
  if (page.body === undefined) return page;
  const html = typeof page.body === 'string' ? page.body : new TextDecoder().decode(page.body);
  const tag = `<script src="${oneDownloadPath.slice(1)}"></script>`;
  return { ...page, body: html.replace('<head>', `<head>${tag}`) };
}

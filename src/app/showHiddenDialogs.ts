/**
 * Shows a dialog to assistive technology where it opened while the page had no focus, as by a link that opens in the background.
 * Fluent's focus manager (tabster) hides every dialog that the focus has not entered, and a browser holds back the events of
 * focus until the page has it. Returns the way to stop.
 */
export function showHiddenDialogs(page: Document): () => void {
  const observer = new MutationObserver((changes) => {
    const { activeElement } = page;
    const isHidden = changes.some(
      ({ target }) =>
        target instanceof HTMLElement &&
        target.ariaHidden === 'true' &&
        target.role === 'dialog' &&
        target.contains(activeElement),
    );
    // The event that the browser will only send later: the focus is in the dialog already.
    if (isHidden) activeElement?.dispatchEvent(new FocusEvent('focusin', { bubbles: true, composed: true }));
  });
  observer.observe(page.body, { attributeFilter: ['aria-hidden'], subtree: true });
  return () => observer.disconnect();
}

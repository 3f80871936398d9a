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
        target instanceof Element && target.ariaHidden === 'true' && target.contains(activeElement),
    );
    // Dialogs and alert dialogs. The event is the one that the browser will only send later: the focus is in the dialog already.
    if (isHidden && activeElement?.closest('[role$=dialog]'))
      activeElement.dispatchEvent(new FocusEvent('focusin', { bubbles: true, composed: true }));
  });
  observer.observe(page.body, { attributeFilter: ['aria-hidden'], subtree: true });
  return () => observer.disconnect();
}

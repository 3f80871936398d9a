import { useFocusFinders } from '@fluentui/react-components';
import { useEffect } from 'react';
import type { Host } from '../../host/types';
import { useServices } from '../../ui/services';
import { importChunk } from '../deferred/importChunk';
import { guardInput } from './guardInput';
import { showHiddenDialogs } from './showHiddenDialogs';
import { topBackStep } from '../../ui/parts/useBackStep';
import { currentRoute, goBack, interceptSteps, navigate } from './browserHistory';
import { parseRoute } from '../routes';

/**
 * Keeps Fluent's focus manager alive while the app is open: it ends with its last user, and if that is a dialog, it ends
 * before it has shown the page behind to screen readers again. Also shows dialogs of a page without focus, keeps the focus
 * when its element goes, and limits each key and click to one effect and Back to one step.
 */
export function ModalSupport({ host }: { readonly host: Pick<Host, 'onBack'> }) {
  const { findAllFocusable } = useFocusFinders();
  const { clock } = useServices();
  useEffect(() => showHiddenDialogs(document), []);
  useEffect(() => guardInput(window, clock), [clock]);
  useEffect(
    () =>
      onFirstAction(window, async () => {
        const { keepFocus } = await importChunk(
          () => import(/* webpackChunkName: "keep-focus" */ './keepFocus'),
        );
        return keepFocus(document, { clock, findFocusable: findAllFocusable });
      }),
    [clock, findAllFocusable],
  );
  useEffect(() => takeBackSteps(host), [host]);
  return null;
}

/**
 * Starts something with the first key or click of a person, since nothing goes before that; without its code nothing is started.
 * Returns a function that stops it.
 */
function onFirstAction(within: Window, start: () => Promise<() => void>): () => void {
  const kinds = ['keydown', 'pointerdown'] as const;
  let isStopped = false;
  let stopStarted: (() => void) | undefined;
  const stopWaiting = (): void => kinds.forEach((kind) => within.removeEventListener(kind, begin, true));
  function begin(): void {
    stopWaiting();
    start().then(
      (stop) => {
        if (isStopped) stop();
        else stopStarted = stop;
      },
      () => undefined,
    );
  }
  kinds.forEach((kind) => within.addEventListener(kind, begin, true));
  return () => {
    isStopped = true;
    stopWaiting();
    stopStarted?.();
  };
}

/**
 * Makes Back of the host and of the browser go one step: out of a dialog or pane, then to the page before, then to the parent
 * of a page that a deep link opened. After that the host leaves the app. Returns a function that stops this.
 */
export function takeBackSteps(host: Pick<Host, 'onBack'>): () => void {
  const stopHost = host.onBack(() => {
    const top = topBackStep();
    if (top) top.close();
    const { parent } = parseRoute(currentRoute());
    if (top || goBack()) return true;
    if (parent === undefined) return false;
    navigate(parent, { replace: true });
    return true;
  });
  const stopBrowser = interceptSteps((isBack) => {
    const top = topBackStep();
    if (!isBack || !top || top.hasRoute) return false;
    top.close();
    return true;
  });
  return () => {
    stopHost();
    stopBrowser();
  };
}

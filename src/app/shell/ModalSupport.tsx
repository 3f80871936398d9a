import { useFocusFinders } from '@fluentui/react-components';
import { useEffect } from 'react';
import type { Host } from '../../host/types';
import { useServices } from '../../ui/services';
import { guardInput } from './guardInput';
import { showHiddenDialogs } from './showHiddenDialogs';
import { takeBackSteps } from './takeBackSteps';

/**
 * Keeps Fluent's focus manager alive while the app is open: it ends with its last user, and where that is a dialog it
 * ends before it has shown the page behind to screen readers again. Shows dialogs of a page without focus besides, and keeps
 * each key and click to one effect, and Back to one step.
 */
export function ModalSupport({ host }: { readonly host: Pick<Host, 'onBack'> }) {
  useFocusFinders();
  const { clock } = useServices();
  useEffect(() => showHiddenDialogs(document), []);
  useEffect(() => guardInput(window, clock), [clock]);
  useEffect(() => takeBackSteps(host), [host]);
  return null;
}

import { useFocusFinders } from '@fluentui/react-components';
import { useEffect } from 'react';
import type { Host } from '../host/types';
import { useServices } from '../ui/services';
import { guardInput } from './guardInput';
import { takeBackSteps } from './takeBackSteps';

/**
 * Keeps Fluent's focus manager alive while the app is open: it ends with its last user, and where that is a dialog it
 * ends before it has shown the page behind to screen readers again. Keeps each key and click to one effect besides, and
 * Back to one step.
 */
export function ModalSupport({ host }: { readonly host: Pick<Host, 'onBack'> }) {
  useFocusFinders();
  const { clock } = useServices();
  useEffect(() => guardInput(window, clock), [clock]);
  useEffect(() => takeBackSteps(host), [host]);
  return null;
}

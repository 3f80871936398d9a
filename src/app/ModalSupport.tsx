import { useFocusFinders } from '@fluentui/react-components';

/**
 * Keeps Fluent's focus manager alive while the app is open. It ends with its last user, and where that is a dialog it
 * ends before it has shown the page behind to screen readers again.
 */
export function ModalSupport() {
  useFocusFinders();
  return null;
}

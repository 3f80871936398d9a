import { Dialog, DialogBody, DialogSurface, DialogTitle } from '@fluentui/react-components';
import { screen, waitFor } from '@testing-library/react';
import { useEffect, useRef } from 'react';
import { ModalSupport } from '../../../src/app/shell/ModalSupport';
import { renderWithServices } from '../../ui/support/renderWithServices';

function OpenDialog({ modalType }: { readonly modalType: 'modal' | 'alert' }) {
  const field = useRef<HTMLInputElement>(null);
  useEffect(() => field.current?.focus(), []);
  return (
    <Dialog open modalType={modalType}>
      <DialogSurface>
        <DialogBody>
          <DialogTitle>Assign</DialogTitle>
          <input ref={field} aria-label="Name" />
        </DialogBody>
      </DialogSurface>
    </Dialog>
  );
}

test.each([
  ['dialog', 'modal'],
  ['alertdialog', 'alert'],
] as const)(
  '%s: one that opens while the page has no focus is there for assistive technology',
  async (role, modalType) => {
    // A browser sends no events of focus to a page without it.
    const holdBack = (event: Event) => event.isTrusted && event.stopImmediatePropagation();
    const types = ['focus', 'focusin', 'blur', 'focusout'];
    types.forEach((type) => window.addEventListener(type, holdBack, true));
    await renderWithServices(
      <>
        <ModalSupport host={{ onBack: () => () => undefined }} />
        <OpenDialog modalType={modalType} />
      </>,
    );
    const dialog = screen.getByRole(role, { hidden: true });
    // The focus manager hides what it hides a moment later.
    await waitFor(() => expect(document.querySelector('[aria-hidden=true]')).not.toBeNull());
    await waitFor(() => expect(dialog.closest('[aria-hidden=true]')).toBeNull());
    types.forEach((type) => window.removeEventListener(type, holdBack, true));
  },
);

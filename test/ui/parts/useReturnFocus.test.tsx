import { Dialog, DialogBody, DialogSurface, DialogTitle } from '@fluentui/react-components';
import { act, screen, waitFor } from '@testing-library/react';
import { useState, type ReactNode } from 'react';
import { ModalSupport } from '../../../src/app/shell/ModalSupport';
import { useReturnFocus } from '../../../src/ui/parts/useReturnFocus';
import { renderWithServices } from '../support/renderWithServices';

function Modal({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  useReturnFocus();
  return (
    <Dialog open>
      <DialogSurface>
        <DialogBody>
          <DialogTitle>{title}</DialogTitle>
          {children}
        </DialogBody>
      </DialogSurface>
    </Dialog>
  );
}

function Page({ closesPane }: { readonly closesPane: boolean }) {
  const [step, setStep] = useState<'start' | 'pane' | 'inner' | 'done' | 'end'>('start');
  return (
    <>
      <ModalSupport host={{ onBack: () => () => undefined }} />
      <main>
        <h1 tabIndex={-1}>Licenses</h1>
        {step === 'start' && <button onClick={() => setStep('pane')}>Assign</button>}
      </main>
      {step !== 'start' && step !== 'end' && (
        <Modal title="Assign licenses">
          {step === 'pane' && <button onClick={() => setStep('inner')}>Set usage location</button>}
          {step === 'inner' && (
            <Modal title="Set usage location">
              <button onClick={() => setStep(closesPane ? 'end' : 'done')}>Close</button>
            </Modal>
          )}
        </Modal>
      )}
    </>
  );
}

const press = async (name: string) => {
  const button = await screen.findByRole('button', { name, hidden: true });
  act(() => {
    button.focus();
    button.click();
  });
};

test('where the button that opened a dialog is gone, the pane below takes the focus and is there for assistive technology', async () => {
  await renderWithServices(<Page closesPane={false} />);
  await press('Assign');
  await press('Set usage location');
  const pane = screen.getByRole('dialog', { name: 'Assign licenses', hidden: true });
  await press('Close');
  await waitFor(() => expect(pane).toContainElement(document.activeElement as HTMLElement));
  await waitFor(() => expect(screen.getByRole('dialog', { name: 'Assign licenses' })).toBe(pane));
});

test('where all are gone, the heading of the page takes it', async () => {
  await renderWithServices(<Page closesPane />);
  await press('Assign');
  await press('Set usage location');
  await press('Close');
  await waitFor(() => expect(screen.getByRole('heading', { name: 'Licenses' })).toHaveFocus());
});

test('where a dialog took the place of the pane that opened it, what opened the pane takes it', async () => {
  function Flyout() {
    const [step, setStep] = useState<'start' | 'person' | 'unassign' | 'end'>('start');
    return (
      <>
        <main>
          <h1 tabIndex={-1}>Licenses</h1>
          <button onClick={() => setStep('person')}>Person 1</button>
        </main>
        {step === 'person' && (
          <Modal key="person" title="Person 1">
            <button onClick={() => setStep('unassign')}>Unassign</button>
          </Modal>
        )}
        {step === 'unassign' && (
          <Modal key="unassign" title="Unassign licenses">
            <button onClick={() => setStep('end')}>Cancel</button>
          </Modal>
        )}
      </>
    );
  }
  await renderWithServices(<Flyout />);
  await press('Person 1');
  await press('Unassign');
  await press('Cancel');
  await waitFor(() => expect(screen.getByRole('button', { name: 'Person 1' })).toHaveFocus());
});

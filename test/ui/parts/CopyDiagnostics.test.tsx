// cspell:locale en-US,sv
import { screen } from '@testing-library/react';
import { AppError } from '../../../src/base/appError';
import type { ErrorCode } from '../../../src/base/appError';
import { silentLogger } from '../../../src/base/logger';
import { DiagnosticsContext } from '../../../src/ui/diagnostics';
import { ErrorNotice } from '../../../src/ui/parts/ErrorNotice';
import { renderWithServices } from '../support/renderWithServices';

const text = 'ISV Licenses 1.0.0\nHost: Teams';

function setup(code: ErrorCode, locale?: string) {
  const value = { logger: silentLogger, collect: () => Promise.resolve(text) };
  return renderWithServices(
    <DiagnosticsContext value={value}>
      <ErrorNotice error={new AppError(code)} />
    </DiagnosticsContext>,
    { locale },
  );
}

test('the diagnostics are copied, and the button says so in a live region', async () => {
  const { user } = await setup('internal');
  const write = jest.spyOn(navigator.clipboard, 'writeText');
  await user.click(screen.getByRole('button', { name: 'Copy diagnostics' }));
  const copied = await screen.findByRole('button', { name: 'Copied' });
  expect(copied).toHaveAttribute('aria-live', 'polite');
  expect(write).toHaveBeenCalledWith(text);
  expect(screen.queryByRole('textbox')).not.toBeInTheDocument();
});

test('where the clipboard is denied, the text is shown, selected and focused', async () => {
  const { user } = await setup('service-unavailable');
  jest.spyOn(navigator.clipboard, 'writeText').mockRejectedValue(new DOMException('', 'NotAllowedError'));
  await user.click(screen.getByRole('button', { name: 'Copy diagnostics' }));
  const area = await screen.findByRole<HTMLTextAreaElement>('textbox', {
    name: "This app can't copy here. Select the text and copy it.",
  });
  expect(area).toHaveValue(text);
  expect(area).toHaveFocus();
  expect([area.selectionStart, area.selectionEnd]).toEqual([0, text.length]);
});

test('the button is there in Swedish too', async () => {
  await setup('internal', 'sv');
  expect(screen.getByRole('button', { name: 'Kopiera diagnostik' })).toBeInTheDocument();
});

test.each<ErrorCode>(['offline', 'sign-in-cancelled', 'popup-blocked', 'file-too-large'])(
  'what a person can act on alone, such as %s, offers no copy',
  async (code) => {
    await setup(code);
    expect(screen.queryByRole('button', { name: 'Copy diagnostics' })).not.toBeInTheDocument();
  },
);

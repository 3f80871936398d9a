import { useQuery } from '@tanstack/react-query';
import { act, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { Refresh } from '../../../src/ui/parts/Refresh';
import { manualClock } from '../../base/manualClock';
import { renderWithServices } from '../support/renderWithServices';

test('a list that is long in being read again says so, and no more once it is there', async () => {
  const clock = manualClock({ nowInMs: Date.UTC(2026, 0, 2, 3, 4, 5) });
  const answers = [Promise.resolve(1)];
  let end = (): void => undefined;
  const slow = new Promise<number>((resolve) => (end = () => resolve(2)));
  function List() {
    useQuery({ queryKey: ['list'], queryFn: () => answers.pop() ?? slow });
    return <Refresh of={[['list']]} />;
  }
  await renderWithServices(<List />, { services: { clock } });
  await userEvent.click(await screen.findByRole('button', { name: 'Refresh' }));
  await act(() => clock.advance(2_999));
  expect(screen.queryByText(/^Still waiting/)).not.toBeInTheDocument();
  await act(() => clock.advance(1));
  expect(await screen.findByText(/^Still waiting for this page, since/)).toBeInTheDocument();
  expect(screen.getByText(/^As of/)).toBeInTheDocument();
  end();
  await waitFor(() => expect(screen.queryByText(/^Still waiting/)).not.toBeInTheDocument());
});

import { useQuery, useQueryClient } from '@tanstack/react-query';
import { act, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { useState } from 'react';
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

test('a query that is first made while a newer list is drawn changes nothing in the middle of that', async () => {
  const errors = jest.spyOn(console, 'error').mockImplementation(() => undefined);
  function Late() {
    useQuery({ queryKey: ['other'], queryFn: () => 1 });
    return <p>Late</p>;
  }
  function List() {
    const client = useQueryClient();
    const [isLate, setIsLate] = useState(false);
    useQuery({ queryKey: ['list'], queryFn: () => 1, staleTime: Infinity });
    const read = (): void => {
      client.setQueryData(['list'], 2, { updatedAt: Date.UTC(2030, 0, 2) });
      setIsLate(true);
    };
    return (
      <>
        {isLate && <Late />}
        <Refresh of={[['list']]} />
        <button onClick={read}>Read</button>
      </>
    );
  }
  await renderWithServices(<List />);
  await screen.findByText(/^As of/);
  await userEvent.click(screen.getByRole('button', { name: 'Read' }));
  await screen.findByText('Late');
  expect(errors).not.toHaveBeenCalled();
  errors.mockRestore();
});

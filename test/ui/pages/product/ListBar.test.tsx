import { useQuery } from '@tanstack/react-query';
import { screen } from '@testing-library/react';
import { ListAge, ListBar } from '../../../../src/ui/pages/product/ListBar';
import { keys } from '../../../../src/ui/queries/keys';
import { fakeRef } from '../../support/fakeServices';
import { renderWithServices } from '../../support/renderWithServices';

function List() {
  const product = fakeRef.product;
  useQuery({ queryKey: keys.product(product), queryFn: () => 1 });
  return (
    <>
      <ListBar
        {...{ product }}
        onSelectFromList={undefined}
        columns={[]}
        sort={undefined}
        onSort={() => undefined}
        count={undefined}
      />
      <ListAge product={product} />
    </>
  );
}

test('a phone says at the end of the list when it was read, for which the line above has no room', async () => {
  const { unmount } = await renderWithServices(<List />);
  expect(await screen.findAllByText(/^As of/)).toHaveLength(1);
  unmount();
  await renderWithServices(<List />, { media: ['max-width'] });
  // The styles hide the first one there.
  expect(await screen.findAllByText(/^As of/)).toHaveLength(2);
  expect(screen.getAllByRole('button', { name: 'Refresh' })).toHaveLength(1);
});

import { screen } from '@testing-library/react';
import { WayChoice } from '../../../../../src/ui/pages/assign/way/WayChoice';
import { fakeProduct } from '../../../support/fakeProduct';
import { renderWithServices } from '../../../support/renderWithServices';

test('with several products the way through a group is off, and it is said why', async () => {
  await renderWithServices(
    <WayChoice
      product={fakeProduct()}
      people={600}
      offer="several-products"
      method={{ kind: 'direct' }}
      onChange={() => undefined}
    />,
  );
  expect(screen.getByRole('radio', { name: /To each person directly/ })).toBeChecked();
  expect(screen.getByRole('radio', { name: /Through a group/ })).toBeDisabled();
  expect(screen.getByText(/Not with several products: a group gives all of them/)).toBeInTheDocument();
});

import { screen } from '@testing-library/react';
import { ProductSearch } from '../../../../src/ui/pages/licenses/ProductSearch';
import { renderWithServices } from '../../support/renderWithServices';

test('the button that clears the search speaks the language of the page', async () => {
  const { user } = await renderWithServices(
    <ProductSearch className="" label="Sök" value="plover" onChange={() => undefined} />,
    { locale: 'sv-SE' },
  );
  await user.click(screen.getByRole('searchbox'));
  expect(screen.getByLabelText('Rensa sökningen')).toBeInTheDocument();
  expect(screen.queryByLabelText('clear')).not.toBeInTheDocument();
});

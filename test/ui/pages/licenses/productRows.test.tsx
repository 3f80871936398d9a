import { screen, waitFor } from '@testing-library/react';
import { useState } from 'react';
import { startView } from '../../../../src/ui/pages/licenses/licensesView';
import { ProductCards } from '../../../../src/ui/pages/licenses/ProductCards';
import { RowMenu } from '../../../../src/ui/pages/licenses/RowMenu';
import { UnassignableProducts } from '../../../../src/ui/pages/licenses/UnassignableProducts';
import { fakeProduct } from '../../support/fakeProduct';
import { fakeServices } from '../../support/fakeServices';
import { renderWithServices } from '../../support/renderWithServices';

const ignore = () => undefined;
const organizationWide = {
  ...fakeProduct(),
  coverage: { kind: 'visible-only', because: 'organization-wide' },
  nextLifecycleAt: '2031-09-01T00:00:00Z',
} as const;

test('a card says that the seats of a product for the whole organization are not counted', async () => {
  await renderWithServices(<ProductCards products={[organizationWide]} />, { media: ['max-width'] });
  expect(screen.getByText('Available: Not counted')).toBeInTheDocument();
});

test('a product of which nothing can be assigned says when it renews or expires', async () => {
  await renderWithServices(
    <UnassignableProducts
      view={{ ...startView, filters: ['unassignable'] }}
      onViewChange={ignore}
      unassignable={[organizationWide]}
      isAlone={false}
      onCount={ignore}
    />,
  );
  expect(await screen.findByText(/Renews or expires .*2031/)).toBeInTheDocument();
});

test('the focus goes to the heading when a product is hidden from its row, and the row with it', async () => {
  const { choices } = fakeServices();
  function List() {
    const [isThere, setIsThere] = useState(true);
    choices.subscribe(() => setIsThere(false));
    const product = {
      ...fakeProduct(),
      classification: { owner: 'unknown', because: 'nothing-known' },
    } as const;
    return (
      <main>
        <h1 tabIndex={-1}>Licenses</h1>
        {isThere && (
          <RowMenu product={product} canAssign={false}>
            <button>More</button>
          </RowMenu>
        )}
      </main>
    );
  }
  const { user } = await renderWithServices(<List />, { services: { choices } });
  await user.click(await screen.findByRole('menuitem', { name: 'Hide' }));
  await waitFor(() => expect(screen.getByRole('heading', { name: 'Licenses' })).toHaveFocus());
});

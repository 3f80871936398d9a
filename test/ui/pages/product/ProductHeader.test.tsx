import { screen } from '@testing-library/react';
import type { ProductUpdate } from '../../../../src/license-jobs/recent-changes/createRecentChanges';
import { ProductHeader } from '../../../../src/ui/pages/product/ProductHeader';
import { fakeProduct } from '../../support/fakeProduct';
import { testNow } from '../../support/fakeServices';
import { renderWithServices } from '../../support/renderWithServices';

const product = fakeProduct();

async function show(...updates: readonly ProductUpdate[]) {
  await renderWithServices(<ProductHeader product={product} onBack={() => undefined} />, {
    services: {
      openRecentChanges: () =>
        Promise.resolve({
          updates: () => updates,
          subscribe: () => () => undefined,
          nextToRead: () => [],
        }),
    },
  });
}

const update: ProductUpdate = {
  product: product.key,
  name: product.name,
  isUpdating: true,
  areSeatsUpdating: false,
  lastChangeAt: testNow,
  missing: [],
  seats: undefined,
};
const sentence = 'Being updated. Microsoft 365 might take a few minutes to show all changes.';

test('a product that is being updated says so on a line that is read out, and that was there before', async () => {
  await show(update);
  expect(await screen.findByText(sentence)).toHaveRole('status');
  const line = screen.getByText(sentence).parentElement;
  expect(line).toContainElement(screen.getByText(product.publisher ?? ''));
});

test('another product that is being updated changes nothing', async () => {
  await show({ ...update, product: 'another' as ProductUpdate['product'] });
  expect(screen.getByRole('status')).toBeEmptyDOMElement();
});

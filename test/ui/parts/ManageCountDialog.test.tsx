// cspell:locale en-US,sv
import { screen } from '@testing-library/react';
import type { Product } from '../../../src/licensing/product';
import { ManageCountDialog } from '../../../src/ui/parts/ManageCountDialog';
import { fakeProduct } from '../support/fakeProduct';
import { renderWithServices } from '../support/renderWithServices';

const { owned, ...rest } = fakeProduct();
const plain: Product = { ...rest, owned };
const website = 'https://plover.example/';
const marketplace = { skuId: undefined, partNumber: undefined, catalogId: 'G2ALO6SPZNK7:0001' };

async function setup(product: Product, locale = 'en-US') {
  const opened: string[] = [];
  const { user } = await renderWithServices(
    <ManageCountDialog product={product} onClose={() => undefined} />,
    {
      locale,
      services: {
        openExternal: (url) => {
          opened.push(url);
          return Promise.resolve();
        },
      },
    },
  );
  const text = () => screen.getByRole('dialog', { hidden: true }).textContent;
  return { user, opened, text };
}

test('a product of the marketplace is said to be changed in the admin center, and not at the vendor', async () => {
  const { text } = await setup({
    ...plain,
    owned: { ...owned, identifiers: marketplace },
    links: { website, manage: website },
  });
  expect(text()).toMatch(
    /looks like your organization bought this product through Microsoft.*admin\.microsoft\.com/,
  );
  expect(text()).not.toMatch(/vendor/);
  expect(screen.queryByRole('button', { name: /plover/, hidden: true })).not.toBeInTheDocument();
});

test('of a product whose seller is unknown both ways are told, and the known page opens', async () => {
  const { user, opened, text } = await setup({ ...plain, links: { website } });
  expect(text()).toMatch(/depends on where.*through Microsoft.*admin\.microsoft\.com.*from the vendor/);
  await user.click(screen.getByRole('button', { name: 'Open plover.example', hidden: true }));
  expect(opened).toEqual([website]);
});

test("where the vendor's address is unknown too, that is said", async () => {
  const { text } = await setup(plain);
  expect(text()).toMatch(/through Microsoft.*We don't have the vendor's address/);
});

test("a vendor's product leads to the vendor alone", async () => {
  const { text } = await setup({ ...plain, links: { manage: website } });
  expect(text()).toMatch(/vendor manages how many.*plover\.example/);
  expect(text()).not.toMatch(/Microsoft/);
});

test('the two ways are told in Swedish', async () => {
  const { text } = await setup(plain, 'sv-SE');
  expect(text()).toMatch(/beror på var din organisation köpte.*administrationscentret.*av leverantören/);
});

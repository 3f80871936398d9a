import { act, screen, waitFor } from '@testing-library/react';
import { AppError } from '../../../../src/base/appError';
import type { Principal } from '../../../../src/base/principal';
import type { AssignableProduct } from '../../../../src/licensing/product';
import type { Holding } from '../../../../src/licensing/types';
import { PrincipalPicker } from '../../../../src/ui/parts/PrincipalPicker/PrincipalPicker';
import { fakeGroup, fakeHolding, fakePerson, fakeSeat, via } from '../../support/fakeHolders';
import { fakeDirectory, fakeLicensing } from '../../support/fakeServices';
import { fakeProduct } from '../../support/fakeProduct';
import { renderWithServices } from '../../support/renderWithServices';

interface SetupOptions {
  readonly found?: readonly Principal[];
  readonly holdings?: readonly Holding[];
  readonly chosenIds?: ReadonlySet<string>;
  readonly products?: readonly AssignableProduct[];
  readonly search?: (text: string) => Promise<readonly Principal[]>;
}

async function setup(options: SetupOptions = {}) {
  const { found = [], holdings = [], chosenIds = new Set(), search, products = [fakeProduct()] } = options;
  const asked: string[] = [];
  const chosen: string[] = [];
  const { user } = await renderWithServices(
    <PrincipalPicker
      products={products}
      chosenIds={chosenIds}
      onChoose={({ displayName }) => chosen.push(displayName)}
    />,
    {
      services: {
        directory: fakeDirectory({
          search: (text) => {
            asked.push(text);
            return search ? search(text) : Promise.resolve(found);
          },
        }),
        licensing: fakeLicensing({ readHoldings: () => Promise.resolve(holdings) }),
      },
    },
  );
  return { user, asked, chosen, input: screen.getByRole('combobox', { name: 'Users and groups' }) };
}

test('nothing is asked before two letters are typed', async () => {
  const { user, asked, input } = await setup();
  expect(input).toHaveFocus();
  await user.type(input, ' I ');
  expect(asked).toEqual([]);
  expect(input).toHaveAttribute('aria-expanded', 'false');
  await user.type(input, '{Backspace}T');
  await waitFor(() => expect(asked).toEqual(['IT']));
});

test('users and groups are offered together with kind, address and what they hold', async () => {
  const person = fakePerson(1, { displayName: 'Ines Tor' });
  const group = fakeGroup({ displayName: 'IT' });
  const { user, input } = await setup({
    found: [person, group],
    holdings: [fakeHolding(person, fakeSeat({ path: via(fakeGroup()) })), fakeHolding(group, fakeSeat())],
  });
  await user.type(input, 'it');
  const options = await screen.findAllByRole('option');
  await waitFor(() => expect(options[0]).toHaveTextContent('Has it via Sales EU'));
  expect(options[0]).toHaveTextContent(/Ines Tor.*person\.1@wrenfold\.example.*User/);
  expect(options[1]).toHaveTextContent(/IT.*Security group.*Group.*Already has it/);
});

test('people of the same name are distinguished by title and department', async () => {
  const { user, input } = await setup({
    found: [
      fakePerson(1, { displayName: 'Ines Tor', jobTitle: 'Nurse', department: 'Ward 4' }),
      fakePerson(2, { displayName: 'Ines Tor', jobTitle: 'Buyer', department: undefined }),
    ],
  });
  await user.type(input, 'ines');
  const [nurse, buyer] = await screen.findAllByRole('option');
  expect(nurse).toHaveTextContent('person.1@wrenfold.example · Nurse · Ward 4');
  expect(buyer).toHaveTextContent('person.2@wrenfold.example · Buyer');
});

test('arrows and Enter choose, and the focus stays for the next name', async () => {
  const { user, input, chosen } = await setup({ found: [fakePerson(1), fakePerson(2)] });
  await user.type(input, 'person');
  await screen.findAllByRole('option');
  expect(input).toHaveAttribute('aria-expanded', 'true');
  await user.keyboard('{ArrowDown}');
  const second = screen.getByRole('option', { name: /Person 2/ });
  expect(input).toHaveAttribute('aria-activedescendant', second.id);
  expect(second).toHaveAttribute('aria-selected', 'true');
  await user.keyboard('{Enter}');
  expect(chosen).toEqual(['Person 2']);
  expect(input).toHaveValue('');
  expect(input).toHaveFocus();
  expect(screen.queryByRole('option')).not.toBeInTheDocument();
});

test('a click chooses too', async () => {
  const { user, input, chosen } = await setup({ found: [fakePerson(1)] });
  await user.type(input, 'pe');
  await user.click(await screen.findByRole('option', { name: /Person 1/ }));
  expect(chosen).toEqual(['Person 1']);
  expect(input).toHaveFocus();
});

test('who is in the list already is marked and not chosen again', async () => {
  const person = fakePerson(1);
  const { user, input, chosen } = await setup({ found: [person], chosenIds: new Set([person.id]) });
  await user.type(input, 'pe');
  const option = await screen.findByRole('option', { name: /In your list/ });
  expect(option).toHaveAttribute('aria-disabled', 'true');
  await user.keyboard('{Enter}');
  expect(chosen).toEqual([]);
});

test('an answer to an older text is never shown', async () => {
  const answers = new Map<string, (found: readonly Principal[]) => void>();
  const { user, input } = await setup({
    search: (text) => new Promise((resolve) => answers.set(text, resolve)),
  });
  await user.type(input, 'pe');
  await waitFor(() => expect(answers.has('pe')).toBe(true));
  await user.type(input, 'r');
  await waitFor(() => expect(answers.has('per')).toBe(true));
  await act(async () => Promise.resolve(answers.get('pe')?.([fakePerson(1)])));
  expect(screen.queryByRole('option')).not.toBeInTheDocument();
  await act(async () => Promise.resolve(answers.get('per')?.([fakePerson(2)])));
  expect(await screen.findByRole('option', { name: /Person 2/ })).toBeInTheDocument();
  expect(screen.queryByRole('option', { name: /Person 1/ })).not.toBeInTheDocument();
});

test('a pasted recipient is searched for by the address in it', async () => {
  const { user, asked, input } = await setup({ found: [fakePerson(1)] });
  await user.click(input);
  await user.paste('Person 1 (person.1@wrenfold.example);');
  expect(await screen.findByRole('option', { name: /Person 1/ })).toBeInTheDocument();
  expect(asked).toEqual(['person.1@wrenfold.example']);
});

test('a text that was looked for before is not asked again', async () => {
  const { user, input, asked } = await setup({ found: [fakePerson(1)] });
  await user.type(input, 'pe');
  await screen.findByRole('option');
  await user.clear(input);
  await user.type(input, 'pe');
  await screen.findByRole('option');
  expect(asked).toEqual(['pe']);
});

test('the number of results, or that there are none, is announced', async () => {
  const { user, input } = await setup({ found: [] });
  await user.type(input, 'zz');
  await waitFor(() => expect(screen.getByRole('status')).toHaveTextContent(/"zz"/));
});

test('Escape closes the list first and then empties the field', async () => {
  const { user, input } = await setup({ found: [fakePerson(1)] });
  await user.type(input, 'pe');
  await screen.findByRole('option');
  await user.keyboard('{Escape}');
  expect(screen.queryByRole('option')).not.toBeInTheDocument();
  expect(input).toHaveValue('pe');
  await user.keyboard('{Escape}');
  expect(input).toHaveValue('');
});

test('a search that failed says why and can be tried again', async () => {
  let tries = 0;
  const { user, input } = await setup({
    search: () => {
      tries += 1;
      return tries === 1 ? Promise.reject(new AppError('throttled')) : Promise.resolve([fakePerson(1)]);
    },
  });
  await user.type(input, 'pe');
  expect(await screen.findByRole('alert')).toHaveTextContent('limiting requests');
  await user.click(screen.getByRole('button', { name: 'Try again' }));
  expect(await screen.findByRole('option', { name: /Person 1/ })).toBeInTheDocument();
});

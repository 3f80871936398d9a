import type { HolderColumnId } from '../../../../src/ui/parts/HolderGrid/HolderGrid.types';
import { toHolderRow } from '../../../../src/ui/parts/HolderGrid/mergeHolders';
import { useMessages } from '../../../../src/ui/messages/MessagesContext';
import { createHolderTexts } from '../../../../src/ui/parts/HolderGrid/holderTexts';
import { useHolderColumns } from '../../../../src/ui/parts/HolderGrid/useHolderColumns';
import { fakeHolder, fakePerson, fakeSeat } from '../../support/fakeHolders';
import { renderWithServices } from '../../support/renderWithServices';

const row = toHolderRow(fakeHolder(fakePerson(1), fakeSeat({ updatedAt: '2030-05-01T12:00:00Z' })));

function Card({ sortedBy }: { readonly sortedBy: HolderColumnId }) {
  const messages = useMessages();
  const productState = { kind: 'active' } as const;
  const columns = useHolderColumns({
    texts: createHolderTexts({ messages, productState, planNameOf: String }),
    shown: ['user', 'path', 'since', 'state'],
    planNameOf: String,
    productState,
    isUpdating: false,
    sortedBy,
    onOpenPerson: () => undefined,
  });
  return columns.map(({ id, render }) => <div key={id}>{render(row)}</div>);
}

test('on a phone a holder shows since when, while the list is sorted by that', async () => {
  const { container, unmount } = await renderWithServices(<Card sortedBy="since" />, {
    media: ['max-width'],
  });
  expect(container).toHaveTextContent(/Person 1.*Since: 1 May 2030/);
  unmount();
  const other = await renderWithServices(<Card sortedBy="user" />, { media: ['max-width'] });
  expect(other.container).not.toHaveTextContent(/Since|2030/);
});

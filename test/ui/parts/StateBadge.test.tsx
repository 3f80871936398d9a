// cspell:locale en-US,sv
import { screen } from '@testing-library/react';
import type { ProductState } from '../../../src/licensing/product';
import { StateBadge } from '../../../src/ui/parts/StateBadge';
import { renderWithServices } from '../support/renderWithServices';

test.each<[string, string, ProductState]>([
  ['Active', 'Aktiv', { kind: 'active' }],
  ['Trial', 'Utvärderingsversion', { kind: 'trial', daysLeft: undefined }],
  ['Trial, 1 day left', 'Utvärderingsversion, 1 dag kvar', { kind: 'trial', daysLeft: 1 }],
  ['Expires today', 'Upphör att gälla i dag', { kind: 'expiring', daysLeft: 0 }],
  ['Expires in 12 days', 'Upphör att gälla om 12 dagar', { kind: 'expiring', daysLeft: 12 }],
  ['Trial ends today', 'Utvärderingsversionen upphör i dag', { kind: 'trial', daysLeft: 0 }],
  [
    'Expired, in grace period',
    'Har upphört att gälla, i respitperiod',
    { kind: 'expired', endsAt: undefined },
  ],
  [
    'Grace period until 3 May 2027',
    'Respitperiod till 3 maj 2027',
    { kind: 'expired', endsAt: '2027-05-03T00:00:00Z' },
  ],
  ['Over-allocated by 3', 'Övertilldelad med 3', { kind: 'over-allocated', by: 3 }],
  ['Suspended', 'Pausad', { kind: 'disabled', because: 'suspended' }],
  ['Locked', 'Låst', { kind: 'disabled', because: 'locked-out' }],
])('a state is said in words: %s, %s', async (english, swedish, state) => {
  const { unmount } = await renderWithServices(<StateBadge state={state} />);
  expect(screen.getByText(english)).toBeInTheDocument();
  unmount();
  await renderWithServices(<StateBadge state={state} />, { locale: 'sv' });
  expect(screen.getByText(swedish)).toBeInTheDocument();
});

test('an active product gets no badge; screen readers hear the state', async () => {
  const { container } = await renderWithServices(<StateBadge state={{ kind: 'active' }} />);
  expect(getComputedStyle(screen.getByText('Active'))).toMatchObject({ position: 'absolute', width: '1px' });
  expect(container).toHaveTextContent('Active');
});

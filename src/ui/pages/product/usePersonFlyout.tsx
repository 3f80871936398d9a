import { lazy, Suspense, useState, type ReactNode } from 'react';
import type { UserPrincipal } from '../../../base/principal';
import type { Product } from '../../../licensing/product';
import { loadWhenOnline } from '../../parts/loadWhenOnline';

const PersonFlyout = lazy(async () => ({
  default: (await loadWhenOnline(() => import('./PersonFlyout'))).PersonFlyout,
}));

/** The pane of a person, and the function that opens it, which stays the same. */
export function usePersonFlyout(product: Product): readonly [(person: UserPrincipal) => void, ReactNode] {
  const [person, setPerson] = useState<UserPrincipal>();
  const flyout = person && (
    <Suspense>
      <PersonFlyout key={person.id} {...{ person, product }} onClose={() => setPerson(undefined)} />
    </Suspense>
  );
  return [setPerson, flyout];
}

import { useMemo, type ReactNode } from 'react';
import { isOwned } from '../../../licensing/isAssignable';
import type { Product } from '../../../licensing/product';
import { useMessages } from '../../messages/MessagesContext';
import { IssuesView } from '../../parts/issues/IssuesView';
import { useIssues } from '../../queries/useIssues';
import { useProducts } from '../../queries/useProducts';
import { usePersonFlyout } from './usePersonFlyout';

/** The tab with the people whose license of the product doesn't work, by cause. */
export function IssuesTab({ product }: { readonly product: Product }): ReactNode {
  const { issues: words } = useMessages();
  const own = useMemo(() => (isOwned(product) ? [product] : []), [product]);
  const readings = useIssues(own);
  const { products = own } = useProducts();
  const [openPerson, personFlyout] = usePersonFlyout(product);
  return (
    <>
      <IssuesView
        {...{ readings, products }}
        label={words.grid}
        hasProducts={false}
        onOpenPerson={openPerson}
      />
      {personFlyout}
    </>
  );
}

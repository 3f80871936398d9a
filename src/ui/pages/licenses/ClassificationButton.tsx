import { MenuButton } from '@fluentui/react-components';
import { lazy, Suspense, use, useState } from 'react';
import type { Product } from '../../../licensing/product';
import { DeferredMessagesContext } from '../../messages/DeferredMessagesContext';
import { useCriticalMessages } from '../../messages/CriticalMessagesContext';
import { Loading } from '../../parts/Loading';
import { loadWhenOnline } from '../../parts/loadWhenOnline';

const loadMenu = () => loadWhenOnline(() => import('./ClassificationMenu'));
const VerdictMenu = lazy(async () => ({ default: (await loadMenu()).ClassificationMenu }));

/** Fetches the menu when the button is approached; a failure shows when it is pressed. */
const approach = (): void => void loadMenu().catch(() => undefined);

/** Asks the admin whose a product is that neither Graph nor the catalogue knows; its menu is fetched when it is wanted. */
export function ClassificationButton({ product }: { readonly product: Product }) {
  const { licenses, common } = useCriticalMessages();
  const withDeferredMessages = use(DeferredMessagesContext);
  const [isAsked, setIsAsked] = useState(false);
  const button = (
    <MenuButton
      size="small"
      appearance="subtle"
      aria-haspopup="menu"
      aria-label={licenses.decideAbout(product.name)}
      onPointerEnter={approach}
      onFocus={approach}
      onClick={() => setIsAsked(true)}
    >
      {licenses.decide}
    </MenuButton>
  );
  return isAsked ? (
    <Suspense
      fallback={
        <>
          {button}
          <Loading rows={0} what={common.waits.dialog} />
        </>
      }
    >
      {withDeferredMessages(<VerdictMenu product={product}>{button}</VerdictMenu>)}
    </Suspense>
  ) : (
    button
  );
}

import { Link, makeStyles, tokens } from '@fluentui/react-components';
import { lazy } from 'react';
import type { ProductKey } from '../licensing/keys';
import { MyAppsPage } from '../ui/pages/my-apps/MyAppsPage';
import { useStartMessages } from '../ui/messages/StartMessagesContext';
import { hrefOf, routes } from '../ui/routes';
import { useServices } from '../ui/services';
import { goUp } from './address';
import { Overlay } from './Overlay';

const InstallDialog = lazy(async () => ({
  default: (await import('../ui/pages/install/InstallDialog')).InstallDialog,
}));

const useStyles = makeStyles({
  // High enough for a finger.
  about: { display: 'inline-block', marginTop: tokens.spacingVerticalXXL, lineHeight: '24px' },
});

/** My apps, with the install dialog on top where `installing` names a product. */
export function MyAppsRoute({ installing }: { readonly installing: ProductKey | undefined }) {
  const styles = useStyles();
  const { shell } = useStartMessages();
  const { me } = useServices();
  return (
    <>
      <MyAppsPage />
      {/* Without a role there is no navigation that leads there. */}
      {me.access === 'own-apps' && (
        <Link className={styles.about} href={hrefOf(routes.about)}>
          {shell.about}
        </Link>
      )}
      {installing !== undefined && (
        <Overlay>
          <InstallDialog productKey={installing} onClose={() => goUp(routes.myApps)} />
        </Overlay>
      )}
    </>
  );
}

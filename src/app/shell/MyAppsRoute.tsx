import { Link, makeStyles, tokens } from '@fluentui/react-components';
import { lazy } from 'react';
import { MyAppsPage } from '../../ui/pages/my-apps/MyAppsPage';
import { useMessages } from '../../ui/messages/MessagesContext';
import { hrefOf, routes, type MyAppsParams } from '../../ui/routes';
import { useServices } from '../../ui/services';
import { goUp } from './browserHistory';
import { Overlay } from './Overlay';
import { importChunk } from '../deferred/importChunk';

const InstallDialog = lazy(async () => ({
  default: (await importChunk(() => import('../../ui/pages/install/InstallDialog'))).InstallDialog,
}));

const useStyles = makeStyles({
  // High enough for a finger.
  about: { lineHeight: '24px' },
  links: {
    display: 'flex',
    flexWrap: 'wrap',
    gap: tokens.spacingHorizontalL,
    margin: `${tokens.spacingVerticalXXL} 0 0`,
  },
});

/** My apps, with the install dialog on top where `installing` names a product. */
export function MyAppsRoute({ installing }: MyAppsParams) {
  const styles = useStyles();
  const { shell, myApps } = useMessages();
  const { me } = useServices();
  return (
    <>
      <MyAppsPage>
        {/* A person without a role has no navigation. */}
        {me.access === 'own-apps' && (
          <p className={styles.links}>
            {/* The person may have roles that this app can't see. */}
            {!me.user.isGuest && (
              <Link className={styles.about} href={hrefOf(routes.licenses)}>
                {myApps.manageLicenses}
              </Link>
            )}
            <Link className={styles.about} href={hrefOf(routes.about)}>
              {shell.about}
            </Link>
          </p>
        )}
      </MyAppsPage>
      {installing !== undefined && (
        <Overlay>
          <InstallDialog productKey={installing} onClose={() => goUp(routes.myApps)} />
        </Overlay>
      )}
    </>
  );
}

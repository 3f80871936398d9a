import { useCallback } from 'react';
import { ConfigurePage, type TabChoice } from '../../ui/pages/configure/ConfigurePage';
import { hrefOf } from '../../ui/routes';
import type { PageProps } from './pageProps';

/** Hands the person's choice for a tab to the host, which saves it. */
export function ConfigureRoute({ context: { settings } }: PageProps) {
  const choose = useCallback(
    (choice: TabChoice | undefined): void => {
      settings?.setValid(choice !== undefined);
      if (!choice) return;
      settings?.onSave(() => ({
        contentUrl: `${location.origin}${location.pathname}${hrefOf(choice.route)}`,
        entityId: choice.route,
        displayName: choice.name,
      }));
    },
    [settings],
  );
  return <ConfigurePage isAvailable={settings !== undefined} onChoose={choose} />;
}

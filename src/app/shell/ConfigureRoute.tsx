import { lazy, useCallback } from 'react';
import type { TabSettings } from '../../host/types';
import type { TabChoice } from '../../ui/pages/configure/ConfigurePage';
import { hrefOf } from '../../ui/routes';
import { importChunk } from '../deferred/importChunk';

const ConfigurePage = lazy(async () => ({
  default: (await importChunk(() => import('../../ui/pages/configure/ConfigurePage'))).ConfigurePage,
}));

/** Hands what a person chose for a tab to the host, which saves it. */
export function ConfigureRoute({ settings }: { readonly settings: TabSettings | undefined }) {
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

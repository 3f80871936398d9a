import { pages } from '@microsoft/teams-js';
import type { TabSettings } from './types';

/** Creates the settings of a configurable tab; the host's Save button is disabled until `setValid(true)`. */
export function createTabSettings(): TabSettings {
  return {
    setValid: (isValid) => pages.config.setValidityState(isValid),
    onSave(describe) {
      pages.config.registerOnSaveHandler((event) => {
        save(describe).then(
          () => event.notifySuccess(),
          // Without a reason the host shows its own message, in the person's language.
          () => event.notifyFailure(),
        );
      });
    },
  };
}

async function save(describe: Parameters<TabSettings['onSave']>[0]): Promise<void> {
  const { contentUrl, entityId, displayName } = describe();
  await pages.config.setConfig({
    contentUrl,
    entityId,
    suggestedDisplayName: displayName,
    websiteUrl: contentUrl,
  });
}

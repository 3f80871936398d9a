import { words } from '../../words';
import { openModal, paragraph } from './modal';

/** The host's install dialog for one app; true if the person added it. */
export async function askInstall(name: string): Promise<boolean> {
  const { installTitle, installText, installAdd, cancel } = words.dialogs;
  const modal = openModal(
    installTitle(name),
    [paragraph(installText)],
    [
      { text: installAdd, value: 'add', isPrimary: true },
      { text: cancel, value: '' },
    ],
  );
  return (await modal.ended) === 'add';
}

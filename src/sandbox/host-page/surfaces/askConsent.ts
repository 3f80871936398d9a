import { words } from '../../words';
import { el } from '../el';
import { openModal, paragraph } from './modal';

/** Shows the permissions that are missing; only where the person may agree is there a button to do so. */
export async function askConsent(scopes: readonly string[], mayConsent: boolean): Promise<boolean> {
  const { title, question, askAdministrator, accept, cancel, back } = words.consent;
  const list = el('ul', {}, ...scopes.map((scope) => el('li', {}, scope)));
  const agree = { text: accept, value: 'accept', isPrimary: true };
  const buttons = mayConsent ? [agree, { text: cancel, value: '' }] : [{ text: back, value: '' }];
  const modal = openModal(title, [paragraph(mayConsent ? question : askAdministrator), list], buttons);
  return (await modal.ended) === 'accept';
}

/** Asks the person to go on as the account that is signed in. */
export async function askSignIn(account: string): Promise<boolean> {
  const { title, text, goOn, cancel } = words.signIn;
  const modal = openModal(
    title,
    [paragraph(text(account))],
    [
      { text: goOn, value: 'go-on', isPrimary: true },
      { text: cancel, value: '' },
    ],
  );
  return (await modal.ended) === 'go-on';
}

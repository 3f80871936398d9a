import { words } from '../../words';
import { openModal, paragraph } from './modal';

/** Says where a link leads and leaves it to the person to go there: the sandbox itself never leaves the machine. */
export async function askLink(url: string): Promise<void> {
  const { linkTitle, linkLeadsTo, linkOpen, close } = words.dialogs;
  const body = [paragraph(linkLeadsTo(new URL(url).host)), paragraph(url)];
  await openModal(linkTitle, body, [
    { text: linkOpen, value: 'open', isPrimary: true, href: url },
    { text: close, value: '' },
  ]).ended;
}

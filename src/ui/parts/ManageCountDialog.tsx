import {
  Button,
  Dialog,
  DialogActions,
  DialogBody,
  DialogContent,
  DialogSurface,
  DialogTitle,
} from '@fluentui/react-components';
import { useState, type ReactNode } from 'react';
import type { Product } from '../../licensing/product';
import { adminCenterUrl, sellerOf, type Seller } from '../../licensing/purchase';
import { useMessages } from '../messages/MessagesContext';
import type { Messages } from '../messages/types';
import { useServices } from '../services';
import { ErrorNotice } from './ErrorNotice';
import { ExternalLinkDialog } from './ExternalLinkDialog';
import { useBackStep } from './useBackStep';
import { useReturnFocus } from './useReturnFocus';
import { useSharedRun } from './useSharedRun';

interface ManageCountDialogProps {
  readonly product: Product;
  readonly onClose: () => void;
}

/** Says where the number of licenses is changed, with a link to each page that is known. */
export function ManageCountDialog({ product, onClose }: ManageCountDialogProps): ReactNode {
  const { product: words, doors } = useMessages();
  const seller = sellerOf(product);
  const vendorUrl = product.links.manage ?? product.links.website;
  const texts = textsOf(seller, vendorUrl !== undefined, { words, doors });
  const urls = [
    ...(seller === 'vendor' ? [] : [adminCenterUrl]),
    ...(seller === 'microsoft' || vendorUrl === undefined ? [] : [vendorUrl]),
  ];
  const [text, ...moreTexts] = texts;
  const [url, ...moreUrls] = urls;
  if (text !== undefined && url !== undefined && moreTexts.length + moreUrls.length === 0) {
    return <ExternalLinkDialog url={url} title={words.manageTitle} text={text} onClose={onClose} />;
  }
  return <SeveralPages {...{ texts, urls, onClose }} />;
}

interface PageWords {
  readonly words: Messages['product'];
  readonly doors: Messages['doors'];
}

function textsOf(seller: Seller, hasVendorUrl: boolean, { words, doors }: PageWords): readonly string[] {
  if (seller === 'microsoft') return [doors.manageInAdminCenter];
  const unknownUrl = hasVendorUrl ? [] : [words.manageUnknown];
  return seller === 'vendor'
    ? [words.manageBody, ...unknownUrl]
    : [doors.manageWhere, doors.manageMicrosoft, doors.manageVendor, ...unknownUrl];
}

interface SeveralPagesProps {
  readonly texts: readonly string[];
  readonly urls: readonly string[];
  readonly onClose: () => void;
}

/** The dialog where more than one text or link is needed, or there is no link. */
function SeveralPages({ texts, urls, onClose }: SeveralPagesProps): ReactNode {
  useReturnFocus();
  useBackStep(onClose);
  const { product: words, common } = useMessages();
  const services = useServices();
  const [failure, setFailure] = useState<unknown>();
  const open = useSharedRun((url: string) => services.openExternal(url).then(onClose, setFailure));
  return (
    <Dialog open onOpenChange={(_event, { open: isOpen }) => !isOpen && onClose()}>
      <DialogSurface>
        <DialogBody>
          <DialogTitle>{words.manageTitle}</DialogTitle>
          <DialogContent>
            {texts.map((text) => (
              <p key={text}>{text}</p>
            ))}
            {failure !== undefined && <ErrorNotice error={failure} />}
          </DialogContent>
          <DialogActions fluid>
            <Button onClick={onClose}>{common.close}</Button>
            {urls.map((url) => (
              <Button key={url} appearance="primary" onClick={() => void open(url)}>
                {common.externalLinkOpen(new URL(url).host)}
              </Button>
            ))}
          </DialogActions>
        </DialogBody>
      </DialogSurface>
    </Dialog>
  );
}

import {
  Button,
  Dialog,
  DialogActions,
  DialogBody,
  DialogContent,
  DialogSurface,
  DialogTitle,
  makeStyles,
  tokens,
  Tooltip,
} from '@fluentui/react-components';
import { AppsAddInRegular } from '@fluentui/react-icons/svg/apps-add-in';
import { AppsListRegular } from '@fluentui/react-icons/svg/apps-list';
import { ArrowSwapRegular } from '@fluentui/react-icons/svg/arrow-swap';
import { LinkRegular } from '@fluentui/react-icons/svg/link';
import { OpenRegular } from '@fluentui/react-icons/svg/open';
import { PersonAddRegular } from '@fluentui/react-icons/svg/person-add';
import { PersonSubtractRegular } from '@fluentui/react-icons/svg/person-subtract';
import { useLayoutEffect, useRef, useState, type ReactNode, type RefObject } from 'react';
import type { Product } from '../../../licensing/product';
import { useMessages } from '../../messages/MessagesContext';
import { ErrorNotice } from '../../parts/ErrorNotice';
import { routes } from '../../routes';
import { useServices } from '../../services';
import type { DisabledReasons } from './disabledReasons';
import { ExplainedButton } from './ExplainedButton';
import { ExternalLinkDialog } from '../../parts/ExternalLinkDialog';
import { useBackStep } from '../../parts/useBackStep';
import { useReturnFocus } from '../../parts/useReturnFocus';

const useStyles = makeStyles({
  actions: {
    // Stays in view above a long list, whose selection it acts on.
    position: 'sticky',
    top: 0,
    zIndex: 2,
    backgroundColor: tokens.colorNeutralBackground2,
    marginBlock: '-8px',
    paddingBlock: '8px',
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: tokens.spacingHorizontalS,
    // On a phone and in a low window, one row that scrolls sideways, so that the list below starts in view. The
    // padding leaves room for focus outlines.
    '@media (max-width: 639px), (max-height: 560px)': {
      flexWrap: 'nowrap',
      overflowX: 'auto',
      marginInline: '-4px',
      paddingInline: '4px',
      '> *': { flexShrink: 0 },
    },
  },
  note: { color: tokens.colorNeutralForeground2 },
});

interface ProductActionsProps {
  readonly product: Product;
  readonly reasons: DisabledReasons;
  readonly onAssign: () => void;
  readonly onUnassign: () => void;
  readonly onMove: () => void;
  readonly onChangeApps: () => void;
  readonly onInstall: () => void;
}

/** The actions of a product. A disabled action says why. */
export function ProductActions(props: ProductActionsProps): ReactNode {
  const { product, reasons, onAssign, onUnassign, onMove, onChangeApps, onInstall } = props;
  const styles = useStyles();
  const { product: words, changes } = useMessages();
  const [isManaging, setIsManaging] = useState(false);
  const share = useShareLink(product);
  const bar = useStickyBar();
  return (
    <>
      <div ref={bar} className={styles.actions}>
        <ExplainedButton
          appearance="primary"
          icon={<PersonAddRegular />}
          disabledReason={reasons.assign}
          onClick={onAssign}
        >
          {words.assign}
        </ExplainedButton>
        <ExplainedButton
          icon={<PersonSubtractRegular />}
          disabledReason={reasons.unassign}
          onClick={onUnassign}
        >
          {words.unassign}
        </ExplainedButton>
        <ExplainedButton icon={<ArrowSwapRegular />} disabledReason={reasons.move} onClick={onMove}>
          {changes.move}
        </ExplainedButton>
        <ExplainedButton
          icon={<AppsListRegular />}
          disabledReason={reasons.changeApps}
          onClick={onChangeApps}
        >
          {changes.apps}
        </ExplainedButton>
        <ExplainedButton icon={<AppsAddInRegular />} disabledReason={reasons.install} onClick={onInstall}>
          {words.install}
        </ExplainedButton>
        <Tooltip content={words.copyLink} relationship="label" withArrow>
          <Button appearance="subtle" icon={<LinkRegular />} onClick={share.start} />
        </Tooltip>
        <Button appearance="subtle" icon={<OpenRegular />} onClick={() => setIsManaging(true)}>
          {words.manageCount}
        </Button>
        <span role="status" className={styles.note}>
          {share.isDone && words.linkShared}
        </span>
      </div>
      {share.error !== undefined && <ErrorNotice error={share.error} />}
      {isManaging && <ManageCountDialog product={product} onClose={() => setIsManaging(false)} />}
    </>
  );
}

/** Tells the lists below the height of the bar, so that their sticky headings stay under it. */
function useStickyBar(): RefObject<HTMLDivElement | null> {
  const bar = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    const page = bar.current?.parentElement;
    if (!bar.current || !page) return undefined;
    const observer = new ResizeObserver(([entry]) => {
      const height = entry?.borderBoxSize[0]?.blockSize ?? 0;
      page.style.setProperty('--grid-head-top', `${height}px`);
    });
    observer.observe(bar.current);
    return () => observer.disconnect();
  }, []);
  return bar;
}

function useShareLink({ key, name }: Product) {
  const services = useServices();
  const [isDone, setIsDone] = useState(false);
  const [error, setError] = useState<unknown>();
  return {
    isDone,
    error,
    start: () => {
      setError(undefined);
      setIsDone(false);
      services.shareLink(routes.product(key), name).then(() => setIsDone(true), setError);
    },
  };
}

interface ManageCountDialogProps {
  readonly product: Product;
  readonly onClose: () => void;
}

/** Says that the vendor manages the number of licenses, with a link if one is known. */
function ManageCountDialog({ product, onClose }: ManageCountDialogProps): ReactNode {
  useReturnFocus();
  useBackStep(onClose);
  const { product: words, common } = useMessages();
  const url = product.links.manage ?? product.links.website;
  if (url) {
    return (
      <ExternalLinkDialog url={url} title={words.manageTitle} text={words.manageBody} onClose={onClose} />
    );
  }
  return (
    <Dialog open onOpenChange={(_event, { open }) => !open && onClose()}>
      <DialogSurface>
        <DialogBody>
          <DialogTitle>{words.manageTitle}</DialogTitle>
          <DialogContent>
            <p>{words.manageBody}</p>
            <p>{words.manageUnknown}</p>
          </DialogContent>
          <DialogActions fluid>
            <Button appearance="primary" onClick={onClose}>
              {common.close}
            </Button>
          </DialogActions>
        </DialogBody>
      </DialogSurface>
    </Dialog>
  );
}

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
} from '@fluentui/react-components';
import type { ProductKey } from '../../../licensing/keys';
import { useMessages } from '../../messages/MessagesContext';
import { ErrorNotice } from '../../parts/ErrorNotice';
import { Loading } from '../../parts/Loading';
import { useBackStep } from '../../parts/useBackStep';
import { useEffect, useMemo, useRef, useState } from 'react';
import type { Product } from '../../../licensing/product';
import { useOwnSeats } from '../../queries/useOwnSeats';
import { useProducts } from '../../queries/useProducts';
import { useSharedRun } from '../../parts/useSharedRun';
import { useServices } from '../../services';
import type { InstallStep } from '../../../install/planInstall';
import type { InstallTarget } from '../../../base/installTarget';
import type { Messages } from '../../messages/types';

interface InstallDialogProps {
  readonly productKey: ProductKey;
  readonly onClose: () => void;
}

/** The install dialog: says what installing does, starts it, and says what is known of the result. */
export function InstallDialog({ productKey, onClose }: InstallDialogProps) {
  const { install, common } = useMessages();
  const { product, step, isDone, isMissing, holdsLicense, error, run, retry } = useInstall(productKey);
  useBackStep(onClose, true);
  const close = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    // The button that had the focus is gone, and the host's dialog took it before.
    if (isDone) close.current?.focus();
  }, [isDone]);
  return (
    <Dialog open onOpenChange={(_event, { open }) => !open && onClose()}>
      <DialogSurface>
        <DialogBody>
          <DialogTitle>{product ? install.title(product.name) : install.action}</DialogTitle>
          <DialogContent>
            {error !== undefined && <ErrorNotice error={error} onRetry={retry} />}
            {!product && !isMissing && error === undefined && <Loading rows={2} />}
            {(product ?? isMissing) && (
              <InstallWords
                step={step}
                target={product?.installTarget}
                isDone={isDone}
                holdsLicense={holdsLicense}
              />
            )}
          </DialogContent>
          <DialogActions fluid>
            <Button ref={close} onClick={onClose}>
              {isDone || !step ? common.close : common.cancel}
            </Button>
            {step && !isDone && (
              <Button appearance="primary" onClick={run}>
                {step.kind === 'host-dialog' ? install.openDialog : install.open(step.host)}
              </Button>
            )}
          </DialogActions>
        </DialogBody>
      </DialogSurface>
    </Dialog>
  );
}

/** State of the installation of a product. */
interface InstallState {
  /** Undefined while products are loading, and for an unknown key. */
  readonly product: Product | undefined;
  /** True if the products are loaded and this one isn't among them. */
  readonly isMissing: boolean;
  /** Step that `run` takes; undefined if there is none. */
  readonly step: InstallStep | undefined;
  readonly isDone: boolean;
  readonly holdsLicense: boolean | undefined;
  readonly error: unknown;
  run: () => void;
  /** Reads the products again, or clears the error of `run`. */
  retry: () => void;
}

/** Plans the installation of a product. `run` starts it. */
function useInstall(productKey: ProductKey): InstallState {
  const services = useServices();
  const { products, error: readError, refresh } = useProducts();
  const { data: seats } = useOwnSeats();
  const [isDone, setIsDone] = useState(false);
  const [runError, setRunError] = useState<unknown>();
  const product = products?.find(({ key }) => key === productKey);
  const target = product?.installTarget;
  const step = useMemo(() => target && services.planInstall(target), [services, target]);
  const runOnce = useSharedRun(async () => {
    if (!step) return;
    await services.runInstall(step).then(() => setIsDone(true), setRunError);
  });
  return {
    product,
    isMissing: products !== undefined && product === undefined,
    step,
    isDone,
    holdsLicense: product?.owned && seats?.some((seat) => seat.product === productKey),
    error: runError ?? (products ? undefined : (readError ?? undefined)),
    run: () => void runOnce(),
    retry() {
      setRunError(undefined);
      if (!products) refresh();
    },
  };
}

const useStyles = makeStyles({
  words: { display: 'grid', gap: tokens.spacingVerticalS, '> *': { margin: 0 } },
  title: { fontWeight: tokens.fontWeightSemibold },
  note: { color: tokens.colorNeutralForeground2 },
});

interface InstallWordsProps {
  /** Undefined for a product that can't be installed from here. */
  readonly step: InstallStep | undefined;
  readonly target: InstallTarget | undefined;
  readonly isDone: boolean;
  /** Undefined while unknown. */
  readonly holdsLicense: boolean | undefined;
}

/** Texts of the install dialog: before, after, or the reason that nothing can be installed. */
function InstallWords({ step, target, isDone, holdsLicense }: InstallWordsProps) {
  const styles = useStyles();
  const { install } = useMessages();
  if (!step)
    return (
      <div className={styles.words}>
        <p className={styles.title}>{install.noTargetTitle}</p>
        <p>{install.noTargetText}</p>
      </div>
    );
  if (isDone)
    return (
      <div className={styles.words} role="status">
        <p className={styles.title}>
          {step.kind === 'host-dialog' ? install.dialogOpenedTitle : install.leftTitle}
        </p>
        <p>{step.kind === 'host-dialog' ? install.dialogOpenedText : install.leftText(step.host)}</p>
      </div>
    );
  return (
    <div className={styles.words}>
      <p>{beforeText(step, target, install)}</p>
      {holdsLicense === false && <p className={styles.note}>{install.noLicenseNote}</p>}
    </div>
  );
}

function beforeText(
  step: InstallStep,
  target: InstallTarget | undefined,
  install: Messages['install'],
): string {
  if (step.kind === 'host-dialog') return install.hostDialog;
  return target?.kind === 'teams-app'
    ? install.externalLinkTeams(step.host)
    : install.externalLink(step.host);
}

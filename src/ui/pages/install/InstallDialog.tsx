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
import { useMemo, useState } from 'react';
import type { Product } from '../../../licensing/product';
import { useOwnSeats } from '../../queries/useOwnSeats';
import { useProducts } from '../../queries/useProducts';
import { useSharedRun } from '../../parts/useSharedRun';
import { useServices } from '../../services';
import type { InstallStep } from '../../../install/planInstall';
import type { InstallTarget } from '../../../base/installTarget';
import type { Messages } from '../../messages/types';

/** What is installed, and how the dialog goes away. */
interface InstallDialogProps {
  readonly productKey: ProductKey;
  readonly onClose: () => void;
}

/** Says what installing will do, does it, and tells honestly what is known of the result. */
export function InstallDialog({ productKey, onClose }: InstallDialogProps) {
  const { install, common } = useMessages();
  const { product, step, isDone, isMissing, holdsLicense, error, run, retry } = useInstall(productKey);
  useBackStep(onClose, true);
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
            <Button onClick={onClose}>{isDone || !step ? common.close : common.cancel}</Button>
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

/** The installation of one product, as plain data. */
interface InstallState {
  /** Undefined until the products are read, and for an unknown key. */
  readonly product: Product | undefined;
  /** The products were read and this one is not among them. */
  readonly isMissing: boolean;
  /** What confirming will do; undefined where there is nothing to do. */
  readonly step: InstallStep | undefined;
  readonly isDone: boolean;
  readonly holdsLicense: boolean | undefined;
  readonly error: unknown;
  run: () => void;
  /** Reads again, or clears a failed try. */
  retry: () => void;
}

/** Plans the installation of a product, and does it when `run` is called. */
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

/** What is known of the installation so far. */
interface InstallWordsProps {
  /** Undefined for a product that cannot be installed from here. */
  readonly step: InstallStep | undefined;
  readonly target: InstallTarget | undefined;
  readonly isDone: boolean;
  /** Undefined while that is not known. */
  readonly holdsLicense: boolean | undefined;
}

/** The sentences of the install dialog: before, after, or why not. */
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
  return target?.kind === 'teams-app' ? install.leadsAwayTeams(step.host) : install.leadsAway(step.host);
}

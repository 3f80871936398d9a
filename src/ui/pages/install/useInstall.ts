import { useMemo, useState } from 'react';
import type { ProductKey } from '../../../licensing/keys';
import type { Product } from '../../../licensing/product';
import { useOwnSeats } from '../../queries/useOwnSeats';
import { useProducts } from '../../queries/useProducts';
import { useSharedRun } from '../../parts/useSharedRun';
import { useServices } from '../../services';
import type { InstallStep } from '../../../install/planInstall';

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
export function useInstall(productKey: ProductKey): InstallState {
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

import { useState } from 'react';
import type { Product } from '../../../licensing/product';
import { routes } from '../../routes';
import { useServices } from '../../services';

/** Shares the link to a product's page. */
export function useShareLink({ key, name }: Product) {
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

import { QueryClientProvider } from '@tanstack/react-query';
import { renderHook } from '@testing-library/react';
import type { ReactNode } from 'react';
import { createQueryClient } from '../../../src/ui/queries/createQueryClient';
import { ServicesContext, type Services } from '../../../src/ui/services';
import { fakeServices } from './fakeServices';

/** Runs a hook with fakes of the services. */
export function renderHookWithServices<T>(hook: () => T, over: Partial<Services> = {}) {
  const services = fakeServices(over);
  const client = createQueryClient();
  // The cache's timer would outlive the test.
  client.setDefaultOptions({ queries: { ...client.getDefaultOptions().queries, gcTime: Infinity } });
  return renderHook(hook, {
    wrapper: ({ children }: { readonly children: ReactNode }) => (
      <QueryClientProvider client={client}>
        <ServicesContext value={services}>{children}</ServicesContext>
      </QueryClientProvider>
    ),
  });
}

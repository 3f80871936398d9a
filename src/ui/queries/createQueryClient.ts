import { QueryClient } from '@tanstack/react-query';

/** Time that cached data counts as fresh, in milliseconds. */
const staleTimeInMs = 60_000;

/** Creates the query cache. Nothing is retried here, since the transport retries. */
export function createQueryClient(): QueryClient {
  return new QueryClient({
    defaultOptions: {
      queries: {
        retry: false,
        staleTime: staleTimeInMs,
        refetchOnWindowFocus: false,
        // Offline is an error like others and shown immediately; the default would wait silently.
        networkMode: 'always',
      },
      mutations: { retry: false, networkMode: 'always' },
    },
  });
}

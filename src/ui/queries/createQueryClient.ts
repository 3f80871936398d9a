import { QueryClient } from '@tanstack/react-query';

/** How long an answer counts as fresh, in milliseconds. */
const staleTimeInMs = 60_000;

/** What was read, kept while the app is open. The transport alone repeats calls, so nothing is retried here. */
export function createQueryClient(): QueryClient {
  return new QueryClient({
    defaultOptions: {
      queries: {
        retry: false,
        staleTime: staleTimeInMs,
        refetchOnWindowFocus: false,
        // Being offline is an error like others and shown at once, instead of waiting without a word.
        networkMode: 'always',
      },
      mutations: { retry: false, networkMode: 'always' },
    },
  });
}

import { teamsLightTheme } from '@fluentui/react-components';
import type { QueryClient } from '@tanstack/react-query';
import { act, render, waitFor } from '@testing-library/react';
import type { RenderResult } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import type { UserEvent } from '@testing-library/user-event';
import type { ReactElement } from 'react';
import { loadMessages } from '../../../src/ui/messages/loadMessages';
import type { Messages } from '../../../src/ui/messages/types';
import { createQueryClient } from '../../../src/ui/queries/createQueryClient';
import type { Services } from '../../../src/ui/services';
import { fakeServices } from './fakeServices';
import { Providers } from './Providers';
import { stubMatchMedia } from './stubMatchMedia';

/** Options of the rendering. */
export interface RenderOptions {
  readonly services?: Partial<Services>;
  /** Default is `en-GB`. */
  readonly locale?: string;
  /** Parts of media queries that match; `max-width` makes a phone. Default is none. */
  readonly media?: readonly string[];
  /** True if a fake never answers, so that the test sees the loading state. Default is false. */
  readonly isHeldBack?: boolean;
}

/** Result of the rendering. */
interface Rendered extends RenderResult {
  readonly user: UserEvent;
  readonly messages: Messages;
  readonly services: Services;
  /** Query cache, for tests in which data changes meanwhile. */
  readonly queryClient: QueryClient;
}

/** Renders a component with fake services, messages and a theme. */
export async function renderWithServices(
  element: ReactElement,
  options: RenderOptions = {},
): Promise<Rendered> {
  stubMatchMedia(...(options.media ?? []));
  const services = fakeServices(options.services);
  const messages = await loadMessages(options.locale ?? 'en-GB');
  const queryClient = createQueryClient();
  // The cache's timer would outlive the test.
  queryClient.setDefaultOptions({
    queries: { ...queryClient.getDefaultOptions().queries, gcTime: Infinity },
  });
  const user = userEvent.setup();
  const result = await act(async () =>
    Promise.resolve(
      render(
        <Providers {...{ theme: teamsLightTheme, messages, queryClient, services }}>{element}</Providers>,
      ),
    ),
  );
  // Waits for the initial reads, unless the test never resolves one of them.
  if (!options.isHeldBack) await waitFor(() => expect(queryClient.isFetching()).toBe(0));
  await act(async () => Promise.resolve());
  return { ...result, user, messages, services, queryClient };
}

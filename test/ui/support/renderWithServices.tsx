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

/** How a component is put on screen. */
export interface RenderOptions {
  readonly services?: Partial<Services>;
  /** Default is `en-GB`. */
  readonly locale?: string;
  /** Pieces of media queries that hold; `max-width` makes a phone. Default none. */
  readonly media?: readonly string[];
  /** A fake never answers, so the screen is looked at while it loads. Default is false. */
  readonly isHeldBack?: boolean;
}

/** What the test works with. */
interface Rendered extends RenderResult {
  readonly user: UserEvent;
  readonly messages: Messages;
  readonly services: Services;
  /** What was read, for a test in which something changes meanwhile. */
  readonly queryClient: QueryClient;
}

/** Puts a component on screen with fakes of the services, the words of a language and a theme. */
export async function renderWithServices(
  element: ReactElement,
  options: RenderOptions = {},
): Promise<Rendered> {
  stubMatchMedia(...(options.media ?? []));
  const services = fakeServices(options.services);
  const messages = await loadMessages(options.locale ?? 'en-GB');
  const queryClient = createQueryClient();
  // Kept answers would hold a timer beyond the end of the test.
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
  // What is read when the screen opens has come, unless the test holds it back with a promise that never ends.
  if (!options.isHeldBack) await waitFor(() => expect(queryClient.isFetching()).toBe(0));
  await act(async () => Promise.resolve());
  return { ...result, user, messages, services, queryClient };
}

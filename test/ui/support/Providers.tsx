import { FluentProvider } from '@fluentui/react-components';
import type { Theme } from '@fluentui/react-components';
import { QueryClientProvider } from '@tanstack/react-query';
import type { QueryClient } from '@tanstack/react-query';
import { Suspense } from 'react';
import type { ReactNode } from 'react';
import { MessagesContext } from '../../../src/ui/messages/MessagesContext';
import { CriticalMessagesContext } from '../../../src/ui/messages/CriticalMessagesContext';
import type { Messages } from '../../../src/ui/messages/types';
import { ServicesContext } from '../../../src/ui/services';
import type { Services } from '../../../src/ui/services';

interface ProvidersProps {
  readonly theme: Theme;
  readonly dir?: 'ltr' | 'rtl';
  readonly messages: Messages;
  readonly queryClient: QueryClient;
  readonly services: Services;
  readonly children: ReactNode;
}

/** Provides everything that the app's shell provides. */
export function Providers({ theme, dir = 'ltr', messages, queryClient, services, children }: ProvidersProps) {
  return (
    <FluentProvider theme={theme} dir={dir}>
      <CriticalMessagesContext value={messages}>
        <MessagesContext value={messages}>
          <QueryClientProvider client={queryClient}>
            <ServicesContext value={services}>
              <Suspense>{children}</Suspense>
            </ServicesContext>
          </QueryClientProvider>
        </MessagesContext>
      </CriticalMessagesContext>
    </FluentProvider>
  );
}

import { QueryClientProvider, useIsFetching } from '@tanstack/react-query';
import { lazy, Suspense, useState } from 'react';
import { Router } from 'wouter';
import { useHashLocation } from 'wouter/use-hash-location';
import type { Host } from '../host/types';
import { ServicesContext } from '../ui/services';
import type { Workspace } from './openWorkspace';
import { Pages } from './Pages';

const ModalSupport = lazy(async () => ({ default: (await import('./ModalSupport')).ModalSupport }));

/** The pages, with everything that they work with. */
export function WorkspaceView({ workspace, host }: { readonly workspace: Workspace; readonly host: Host }) {
  return (
    <QueryClientProvider client={workspace.queryClient}>
      <ServicesContext value={workspace.services}>
        <Router hook={useHashLocation}>
          <Pages settings={host.settings} />
        </Router>
        <LateParts />
      </ServicesContext>
    </QueryClientProvider>
  );
}

/** What no first screen needs, fetched once the first answers are there. */
function LateParts() {
  const isReading = useIsFetching() > 0;
  const [isDue, setIsDue] = useState(false);
  if (!isReading && !isDue) setIsDue(true);
  return (
    isDue && (
      <Suspense>
        <ModalSupport />
      </Suspense>
    )
  );
}

import { QueryClientProvider } from '@tanstack/react-query';
import { Router } from 'wouter';
import type { Host } from '../../host/types';
import { ServicesContext } from '../../ui/services';
import type { AppServices } from '../services/createServices';
import { useAddress } from './browserHistory';
import { Pages } from './Pages';

interface WorkspaceViewProps {
  readonly workspace: AppServices;
  readonly host: Host;
  /** Reads the roles again where that failed. */
  readonly onRetry: () => void;
}

/** The pages, with everything that they work with. */
export function WorkspaceView({ workspace, host, onRetry }: WorkspaceViewProps) {
  return (
    <QueryClientProvider client={workspace.queryClient}>
      <ServicesContext value={workspace.services}>
        <Router hook={useAddress}>
          <Pages
            host={host}
            loadDeferred={workspace.loadDeferred}
            waiting={workspace.waiting}
            onRetry={onRetry}
          />
        </Router>
      </ServicesContext>
    </QueryClientProvider>
  );
}

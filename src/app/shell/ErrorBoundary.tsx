import { Component } from 'react';
import type { ContextType, ReactNode } from 'react';
import { toAppError } from '../../base/appError';
import { errorFields } from '../../base/logger';
import { DiagnosticsContext } from '../../ui/diagnostics';
import { EmptyState } from '../../ui/parts/EmptyState';
import { ErrorNotice } from '../../ui/parts/ErrorNotice';
import { ReloadButton } from '../../ui/parts/ReloadButton';
import { CriticalMessagesContext } from '../../ui/messages/CriticalMessagesContext';
import { toChunkError } from '../deferred/importChunk';

/** Shows an error in place of a screen that threw while it was drawn. A new `key` draws the screen again. */
export class ErrorBoundary extends Component<{ readonly children: ReactNode }, { readonly thrown: unknown }> {
  static override contextType = DiagnosticsContext;
  declare context: ContextType<typeof DiagnosticsContext>;
  override state: { readonly thrown: unknown } = { thrown: undefined };

  static getDerivedStateFromError(thrown: unknown): { readonly thrown: unknown } {
    return { thrown };
  }

  override componentDidCatch(thrown: unknown): void {
    this.context?.logger.child('ui').error('screen-failed', errorFields(thrown));
    // Webpack's name for a chunk that couldn't be loaded. React's lazy components load chunks too.
    if (thrown instanceof Error && thrown.name === 'ChunkLoadError')
      void toChunkError(thrown).then((error) => this.setState({ thrown: error }));
  }

  override render(): ReactNode {
    if (this.state.thrown === undefined) return this.props.children;
    return (
      <CriticalMessagesContext.Consumer>
        {(messages) =>
          messages && (
            <>
              <ErrorNotice error={this.state.thrown} />
              {toAppError(this.state.thrown).code !== 'app-outdated' && (
                <EmptyState title="">
                  <ReloadButton />
                </EmptyState>
              )}
            </>
          )
        }
      </CriticalMessagesContext.Consumer>
    );
  }
}

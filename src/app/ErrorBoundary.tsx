import { Button } from '@fluentui/react-components';
import { Component } from 'react';
import type { ReactNode } from 'react';
import { EmptyState } from '../ui/parts/EmptyState';
import { ErrorNotice } from '../ui/parts/ErrorNotice';
import { StartMessagesContext } from '../ui/messages/StartMessagesContext';

/** Catches what a screen threw while it was drawn, and says so in its place. Give it a new `key` to start afresh. */
export class ErrorBoundary extends Component<{ readonly children: ReactNode }, { readonly thrown: unknown }> {
  override state: { readonly thrown: unknown } = { thrown: undefined };

  static getDerivedStateFromError(thrown: unknown): { readonly thrown: unknown } {
    return { thrown };
  }

  override render(): ReactNode {
    if (this.state.thrown === undefined) return this.props.children;
    return (
      <StartMessagesContext.Consumer>
        {(messages) =>
          messages && (
            <>
              <ErrorNotice error={this.state.thrown} />
              <EmptyState title="">
                <Button onClick={() => location.reload()}>{messages.shell.reload}</Button>
              </EmptyState>
            </>
          )
        }
      </StartMessagesContext.Consumer>
    );
  }
}

// Catches a room that stops, says so, and keeps the rest of the page and every text alive.
import { Button } from '@mantine/core';
import { Component, type ReactNode } from 'react';
import { EmptyState } from '../ui/empty-state.tsx';
import styles from './error-boundary.module.css';
import { texts } from './texts.ts';

interface Props {
  /** A new value starts afresh, such as another room. */
  place: string;
  children: ReactNode;
}

interface State {
  error: Error | undefined;
  place: string;
}

/** Shows what is safe and what to do where a room threw. */
export class ErrorBoundary extends Component<Props, State> {
  override state: State = { error: undefined, place: this.props.place };

  static getDerivedStateFromError(error: unknown): Partial<State> {
    return { error: error instanceof Error ? error : new Error(String(error)) };
  }

  static getDerivedStateFromProps(props: Props, state: State): State {
    return props.place === state.place ? state : { error: undefined, place: props.place };
  }

  override render() {
    const { error } = this.state;
    if (!error) return this.props.children;
    return (
      <EmptyState
        title={texts.roomFailed}
        actions={<Button onClick={() => this.setState({ error: undefined })}>{texts.reopenRoom}</Button>}
      >
        <p>{texts.roomFailedWords}</p>
        <details>
          <summary>{texts.details}</summary>
          <pre className={styles.trace}>{error.stack ?? error.message}</pre>
        </details>
      </EmptyState>
    );
  }
}

// AI systems.
import { EmptyState } from '../../ui/empty-state.tsx';
import { texts } from './texts.ts';

interface Props {
  record: string | undefined;
}

/** The room of the AI systems. */
export default function Room({ record: _record }: Props) {
  return <EmptyState title={texts.title} />;
}

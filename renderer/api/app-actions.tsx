// What a room may ask of the whole page, without knowing other rooms.
import { createContext, use, useEffect } from 'react';

/** Where evidence that is about to be added belongs. */
export interface IntakeTarget {
  /** Checklist items or requirements. */
  items?: readonly string[];
  findings?: readonly string[];
}

export interface IntakeRequest extends IntakeTarget {
  /** Files that were dropped or pasted already. */
  files?: readonly File[];
  /** What came with them and is not taken. */
  left?: readonly { name: string; reason: 'too-many' | 'too-deep' | 'unreadable' }[];
  /** Whether they come from the clipboard, where pictures have no name of their own. */
  isPasted?: boolean;
}

/** What the evidence room offers to the page: the layer in which files are added. */
export interface IntakeProps {
  request: IntakeRequest;
  onClose: () => void;
}

export interface AppActions {
  /** Opens the intake of evidence over the room. */
  openIntake: (request: IntakeRequest) => void;
  /**
   * Says something in passing, or as an alarm that stays longer. `undo` offers to take the last step back, `offer`
   * something else.
   */
  say: (
    sentence: string,
    options?: { isAlarm?: boolean; undo?: boolean; offer?: { label: string; run: () => void } },
  ) => void;
}

const AppActionsContext = createContext<AppActions | undefined>(undefined);

export const AppActionsProvider = AppActionsContext;

/** What a room may ask of the whole page. */
export function useAppActions(): AppActions {
  const actions = use(AppActionsContext);
  if (!actions) throw new Error('useAppActions outside of the page');
  return actions;
}

let currentTarget: IntakeTarget = {};

/** Where files belong that are dropped now: on a question or a finding (`place`), else on what the room is about. */
export function intakeTarget(place?: string): IntakeTarget {
  const [noun, id] = place?.split(' ', 2) ?? [];
  if (id === undefined) return currentTarget;
  return noun === 'finding' ? { findings: [id] } : { items: [id] };
}

/** Lets an element take dropped files for a question, a requirement or a finding. */
export function takesFiles(noun: 'item' | 'finding', id: string): { 'data-drop': string } {
  return { 'data-drop': `${noun} ${id}` };
}

/** Says where dropped files belong while the component is on the screen: one checklist item, one finding. */
export function useIntakeTarget(target: { item?: string | undefined; finding?: string | undefined }): void {
  const { item, finding } = target;
  useEffect(() => {
    currentTarget = {
      ...(item === undefined ? {} : { items: [item] }),
      ...(finding === undefined ? {} : { findings: [finding] }),
    };
    return () => {
      currentTarget = {};
    };
  }, [item, finding]);
}

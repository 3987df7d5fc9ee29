// Turns key presses into commands by the key table. The rooms say what the commands do.
import { hasCommand, isRoomOpening, runCommand, subscribeToCommands } from '../api/commands.ts';
import { finishSecondSteps } from '../ui/second-step.ts';
import { commandsFor, isFirstOfPair, keyOf, keyTable } from './keys.ts';

const pairMs = 1_500;
/** How long and how many keys that were pressed ahead wait for the room they are meant for. */
const aheadMs = 5_000;
const mostAhead = 20;
const isTextField = (element: Element | null): boolean =>
  element instanceof HTMLTextAreaElement ||
  element instanceof HTMLSelectElement ||
  (element instanceof HTMLInputElement && !['checkbox', 'radio', 'button'].includes(element.type)) ||
  (element instanceof HTMLElement && element.isContentEditable);

/** Whether the focused control needs this key itself. */
function isTakenByControl(key: string, element: Element | null): boolean {
  if (key === 'Enter') return element?.closest('a, button, summary, [role=option], [role=menuitem]') !== null;
  if (key.startsWith('Arrow')) {
    return element?.closest('[role=listbox], [role=menu], [role=radiogroup], [role=tablist], input') !== null;
  }
  return false;
}

/**
 * Listens to key presses on the whole page. Answers with the end of listening. Keys that are pressed while a room is
 * still on its way are kept for it, so that quick hands need not wait.
 */
export function listenToKeys(page: Document): () => void {
  let first = '';
  let firstAt = 0;
  let isEdited = false;
  let ahead: { event: KeyboardEvent; at: number }[] = [];
  let replay: ReturnType<typeof setTimeout> | undefined;

  const press = (event: KeyboardEvent) => {
    if (event.defaultPrevented || event.isComposing) return;
    const key = keyOf(event);
    if (event.altKey && !key.includes('Alt+')) return;
    // What the key is meant for may be about to be drawn. Whoever goes on to another room need not wait for it.
    const isSecond = first !== '' && performance.now() - firstAt < pairMs;
    if (!isSecond && !isFirstOfPair(key)) finishSecondSteps();
    const focused = page.activeElement;
    const inField = isTextField(focused);
    const isUndo = key === 'Ctrl+z' || key === 'Ctrl+Shift+z' || key === 'Ctrl+y';
    // In a field where something was typed just now, undo is the field's own.
    if (inField && isUndo && isEdited) return;
    if (page.querySelector('[aria-modal="true"]') && key !== 'Ctrl+k') return;
    if (isTakenByControl(key, focused)) return;
    const pair = isSecond ? `${first} ${key}` : undefined;
    first = '';
    const name = [...(pair === undefined ? [] : commandsFor(pair)), ...commandsFor(key)].find(
      (candidate) => hasCommand(candidate) && (!inField || keyTable[candidate].isForFields === true),
    );
    if (name !== undefined) {
      event.preventDefault();
      runCommand(name);
    } else if (!inField && isRoomOpening() && ahead.length < mostAhead) {
      ahead.push({ event, at: performance.now() });
    } else if (!inField && isFirstOfPair(key)) {
      first = key;
      firstAt = performance.now();
    }
  };
  const catchUp = () => {
    while (ahead.length > 0 && !isRoomOpening()) {
      const next = ahead.shift();
      if (next && performance.now() - next.at < aheadMs) press(next.event);
    }
  };
  // Commands are registered one after the other: those of the whole room are there in the next task.
  const stopHearing = subscribeToCommands(() => {
    clearTimeout(replay);
    replay = setTimeout(catchUp);
  });
  const enter = () => {
    isEdited = false;
  };
  const type = () => {
    isEdited = true;
  };

  page.addEventListener('keydown', press);
  page.addEventListener('focusin', enter);
  page.addEventListener('input', type);
  return () => {
    stopHearing();
    clearTimeout(replay);
    page.removeEventListener('keydown', press);
    page.removeEventListener('focusin', enter);
    page.removeEventListener('input', type);
  };
}

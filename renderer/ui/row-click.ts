// Clicks on the link of a row.
import type { MouseEvent } from 'react';

/**
 * Answers a click on the link of a row in the page. `isAgain`: by keyboard, on the row that is chosen already.
 * With a key held down the browser opens the link in another tab or window.
 */
export function onRowClick(isChosen: boolean, choose: (isAgain: boolean) => void) {
  return (event: MouseEvent) => {
    if (event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    choose(isChosen && event.detail === 0);
  };
}

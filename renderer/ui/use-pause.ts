// Waits for the fingers to rest.
import { useEffect, useState } from 'react';

/** True once no key was pressed for `ms` while `isWanted`, and from then on until it is no longer wanted. */
export function usePause(isWanted: boolean, ms: number): boolean {
  const [isPause, setPause] = useState(false);
  useEffect(() => {
    if (!isWanted) return undefined;
    let timer: ReturnType<typeof setTimeout>;
    const wait = () => {
      clearTimeout(timer);
      timer = setTimeout(() => setPause(true), ms);
    };
    wait();
    document.addEventListener('keydown', wait, true);
    return () => {
      clearTimeout(timer);
      document.removeEventListener('keydown', wait, true);
      setPause(false);
    };
  }, [isWanted, ms]);
  return isWanted && isPause;
}

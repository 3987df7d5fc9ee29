// Nothing that is quick says that it is working; what takes longer does.
import { useEffect, useState } from 'react';

/** True once something has been going on for that many milliseconds. */
export function useSlow(isGoingOn: boolean, afterMs: number): boolean {
  const [isSlow, setSlow] = useState(false);
  useEffect(() => {
    if (!isGoingOn) return undefined;
    const timer = setTimeout(() => setSlow(true), afterMs);
    return () => {
      clearTimeout(timer);
      setSlow(false);
    };
  }, [isGoingOn, afterMs]);
  return isGoingOn && isSlow;
}

// A component whose code is loaded when it is wanted, or before. Once its code is there it is drawn at once, without a
// moment of nothing: what `lazy` shows instead stands for at least 300 ms.
import { type ComponentType, lazy, useState } from 'react';

export interface OnDemand<P> {
  (props: P): React.JSX.Element;
  /** Loads the code, once. Throws where it cannot be had. */
  load(): Promise<unknown>;
}

/** Like `lazy`, with a way to load the code before anybody waits for it. */
export function onDemand<P extends object>(fetch: () => Promise<{ default: ComponentType<P> }>): OnDemand<P> {
  let loaded: ComponentType<P> | undefined;
  const load = async () => {
    const module = await fetch();
    loaded = module.default;
    return module;
  };
  const Later = lazy(load) as unknown as ComponentType<P>;
  function Component(props: P) {
    // Stays what it was when this place was first drawn, or it would be drawn anew from nothing.
    const [Drawn] = useState(() => loaded ?? Later);
    return <Drawn {...props} />;
  }
  return Object.assign(Component, { load });
}

/** A part of the page that is loaded when it is first shown. */

import type { ComponentType, VNode } from 'preact';
import { useEffect, useState } from 'preact/hooks';

export function lazy<Props extends object>(load: () => Promise<{ default: ComponentType<Props> }>) {
  let loaded: ComponentType<Props> | undefined;
  return function Lazy({ meanwhile, ...props }: Props & { meanwhile?: VNode }) {
    const [, again] = useState(0);
    useEffect(() => {
      if (loaded !== undefined) return;
      load().then(
        (module) => {
          loaded = module.default;
          again(1);
        },
        () => again(-1),
      );
    }, []);
    const Part = loaded;
    return Part === undefined ? (meanwhile ?? null) : <Part {...(props as unknown as Props)} />;
  };
}

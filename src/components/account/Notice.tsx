import type {ReactNode} from 'react';

/** Something that the reader should know before they go on; it is read out when it appears. */
export function Notice({children}: {children: ReactNode}): ReactNode {
  return <div className="aw-panel" role="alert"><p>{children}</p></div>;
}

import type {MouseEvent} from 'react';

/** Whether a click only means "go there". With a key held down it asks for a new tab or a download, which is the browser's business. */
export function isPlainClick(event: MouseEvent): boolean {
  return event.button === 0 && !event.metaKey && !event.ctrlKey && !event.shiftKey && !event.altKey;
}

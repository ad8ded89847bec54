/** Opens the browser's own print window for the page shown. */
export function printPage(): void {
  window.print();
}

/** Puts text on the clipboard. Says whether it worked: browsers refuse on pages that are not secure, or when people said no. */
export async function copyText(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return false;
  }
}

/** Whether the site runs on the reader's own machine. False while the page is rendered on the server. */
export function isOwnMachine(): boolean {
  return typeof window !== 'undefined' && ['localhost', '127.0.0.1', '[::1]'].includes(window.location.hostname);
}

/** An address of this site in full, for handing out. Takes a path from the root. */
export function fullAddress(path: string): string {
  return typeof window === 'undefined' ? path : window.location.origin + path;
}

/** Calls `act` every `milliseconds` while the page is in view, and when it comes back into view. Returns the way to stop. */
export function everyWhileVisible(milliseconds: number, act: () => void): () => void {
  const whenVisible = (): void => {
    if (document.visibilityState === 'visible') act();
  };
  const timer = setInterval(whenVisible, milliseconds);
  document.addEventListener('visibilitychange', whenVisible);
  return () => {
    clearInterval(timer);
    document.removeEventListener('visibilitychange', whenVisible);
  };
}

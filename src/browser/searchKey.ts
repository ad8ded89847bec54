/** Where a person's wish to do without the `/` key is kept. WCAG 2.2, 2.1.4: a shortcut of one letter must have an off switch. */
const SETTING = 'askwell.search-key';

/** Whether the `/` key goes to the search box. On unless switched off on this device. */
export function isSearchKeyOn(): boolean {
  try {
    return localStorage.getItem(SETTING) !== 'off';
  } catch {
    return true;
  }
}

/** Keeps a person's choice about the `/` key. Where storage is blocked the choice lasts no longer than this call. */
export function setSearchKey(on: boolean): void {
  try {
    if (on) localStorage.removeItem(SETTING);
    else localStorage.setItem(SETTING, 'off');
  } catch {
    // Nothing to do: the key stays on.
  }
}

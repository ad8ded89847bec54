import {useEffect} from 'react';
import {isSearchKeyOn} from '#browser/searchKey.ts';

/** Has the `/` key go to the search box, unless somebody is writing or has switched the key off. */
export function useSearchKey(): void {
  useEffect(() => {
    const onKey = (event: KeyboardEvent): void => {
      if (event.key !== '/' || event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented) return;
      const at = event.target instanceof HTMLElement ? event.target : undefined;
      if (at?.closest('input, textarea, select, [contenteditable="true"]') || !isSearchKeyOn()) return;
      const box = document.querySelector<HTMLInputElement>('[data-site-search]');
      if (!box) return;
      event.preventDefault();
      box.focus();
      box.select();
    };
    document.addEventListener('keydown', onKey);
    return () => document.removeEventListener('keydown', onKey);
  }, []);
}

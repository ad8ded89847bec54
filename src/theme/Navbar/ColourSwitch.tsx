import type {ReactNode} from 'react';
import {useColorMode} from '@docusaurus/theme-common';
import useIsBrowser from '@docusaurus/useIsBrowser';

/** Light or dark pages; the button says what it does. Until somebody presses it, the device's own setting counts. The server does not know that setting and draws the light one. */
export function ColourSwitch({className}: {className: string | undefined}): ReactNode {
  const {colorMode, setColorMode} = useColorMode();
  const isBrowser = useIsBrowser();
  const dark = isBrowser && colorMode === 'dark';
  return (
    <button type="button" className={className} disabled={!isBrowser} onClick={() => setColorMode(dark ? 'light' : 'dark')}>
      <svg aria-hidden="true" viewBox="0 0 20 20" width="20" height="20">
        <circle cx="10" cy="10" r="7.5" fill="none" stroke="currentColor" strokeWidth="2" />
        <path d="M10 2.5a7.5 7.5 0 0 1 0 15z" fill="currentColor" />
      </svg>
      {dark ? 'Light page' : 'Dark page'}
    </button>
  );
}

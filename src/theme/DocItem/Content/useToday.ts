import {useEffect, useState} from 'react';

/** Today as 2026-11-22. Undefined while the page is built and first drawn: what was built last month must not claim to know the date. */
export function useToday(): string | undefined {
  const [today, setToday] = useState<string>();
  useEffect(() => setToday(new Date().toLocaleDateString('sv-SE', {timeZone: 'Europe/London'})), []);
  return today;
}

import {useEffect, useState} from 'react';
import {useHistory, useLocation} from '@docusaurus/router';
import {parseClock, USUAL_START} from '#core/courses/sessionClock.ts';

/** Minutes since midnight by this device's clock. */
export function minuteOfDay(): number {
  const time = new Date();
  return time.getHours() * 60 + time.getMinutes();
}

interface Start {
  /** As a time field writes it: 09:30. */
  text: string;
  /** Minutes since midnight. */
  minutes: number;
  onStart: (text: string) => void;
  /** The query that hands the time on to another page of the session; empty for the usual time. */
  query: string;
}

/** When the session starts. It stands in the address, so that a reload keeps it and nothing is stored. */
export function useStart(): Start {
  const {pathname, search} = useLocation();
  const history = useHistory();
  const [text, setText] = useState(USUAL_START);
  useEffect(() => {
    const given = new URLSearchParams(search).get('start') ?? '';
    if (parseClock(given) !== null) setText(given);
  }, [search]);
  const onStart = (next: string): void => {
    if (parseClock(next) === null) return;
    setText(next);
    history.replace(`${pathname}?start=${next}`);
  };
  return {text, minutes: parseClock(text) ?? 0, onStart, query: text === USUAL_START ? '' : `?start=${text}`};
}

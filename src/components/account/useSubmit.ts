import {useRef, useState} from 'react';
import type {FieldError} from './loaded.ts';

const NONE: readonly FieldError[] = [];

export interface Submitting<T> {
  errors: readonly FieldError[];
  busy: boolean;
  submit: (value: T) => Promise<boolean>;
}

/**
 * One form's sending. Takes what to do with the value, which gives the faults found (none: it worked). While it is busy a second
 * press does nothing. `submit` says whether it worked.
 */
export function useSubmit<T>(send: (value: T) => Promise<readonly FieldError[]>): Submitting<T> {
  const [errors, setErrors] = useState(NONE);
  const [busy, setBusy] = useState(false);
  // A ref, because two presses can come before the next render.
  const underWay = useRef(false);
  const submit = async (value: T): Promise<boolean> => {
    if (underWay.current) return false;
    underWay.current = true;
    setBusy(true);
    try {
      const found = await send(value);
      setErrors(found.length > 0 ? found : NONE);
      return found.length === 0;
    } finally {
      underWay.current = false;
      setBusy(false);
    }
  };
  return {errors, busy, submit};
}

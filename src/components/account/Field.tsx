import type {ComponentProps, ReactNode} from 'react';
import type {FieldError} from './loaded.ts';

interface Common {
  id: string;
  label: string;
  hint?: ReactNode;
  errors: readonly FieldError[];
}

function describe({id, hint, errors}: Common): {error: string | undefined; describedBy: string | undefined} {
  const error = errors.find((one) => one.field === id)?.message;
  const ids = [hint ? `${id}-hint` : '', error ? `${id}-error` : ''].filter(Boolean).join(' ');
  return {error, describedBy: ids || undefined};
}

function Words({id, label, hint, error}: {id: string; label: string; hint: ReactNode; error: string | undefined}): ReactNode {
  return (
    <>
      <label htmlFor={id}>{label}</label>
      {hint ? <p className="aw-hint" id={`${id}-hint`}>{hint}</p> : null}
      {error ? <p className="aw-error" id={`${id}-error`}><span className="aw-visually-hidden">Error: </span>{error}</p> : null}
    </>
  );
}

/** A line to type in, with its label, its hint and its fault. Takes the errors of the whole form and shows its own. */
export function TextField({id, label, hint, errors, ...rest}: Common & Omit<ComponentProps<'input'>, 'id'>): ReactNode {
  const {error, describedBy} = describe({id, label, hint, errors});
  return (
    <div className="aw-field">
      <Words id={id} label={label} hint={hint} error={error} />
      <input id={id} name={id} type="text" aria-describedby={describedBy} aria-invalid={error ? true : undefined} {...rest} />
    </div>
  );
}

/** A choice of one from a list, with its label, its hint and its fault. The options are the children. */
export function SelectField({id, label, hint, errors, children, ...rest}: Common & Omit<ComponentProps<'select'>, 'id'>): ReactNode {
  const {error, describedBy} = describe({id, label, hint, errors});
  return (
    <div className="aw-field">
      <Words id={id} label={label} hint={hint} error={error} />
      <select id={id} name={id} aria-describedby={describedBy} aria-invalid={error ? true : undefined} {...rest}>{children}</select>
    </div>
  );
}

import type {ReactNode} from 'react';

/** The box of a Markdown task list. Markdown makes it a control without a name that nobody can use; here it is a sign with one. */
export function TaskMark({checked}: {checked?: boolean}): ReactNode {
  return <span role="img" aria-label={checked ? 'Done:' : 'To do:'}>{checked ? '☑' : '☐'}</span>;
}

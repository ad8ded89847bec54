import type {ReactNode} from 'react';

/** The mark of the site: a letter A spoken. Drawn in the colour of the text beside it. */
export function Mark({size}: {size: number}): ReactNode {
  return (
    <svg aria-hidden="true" viewBox="0 0 64 64" width={size} height={size} fill="currentColor">
      <path fillRule="evenodd" d="M10 5h44a6 6 0 0 1 6 6v34a6 6 0 0 1-6 6H31L16 62V51h-6a6 6 0 0 1-6-6V11a6 6 0 0 1 6-6zm18 8L16 43h8l2.4-6.5h11.2L40 43h8L36 13zm4 8.5 3.4 9h-6.8z" />
    </svg>
  );
}

declare module '@theme/OpeningParagraph' {
  import type {ReactNode} from 'react';
  export default function OpeningParagraph(): ReactNode;
}

declare module '@theme/Quiz' {
  import type {ReactNode} from 'react';
  import type {Quiz as QuizData} from '#core/quizzes/quiz.ts';
  export default function Quiz(props: {id: string; quiz: QuizData}): ReactNode;
}

declare module '@theme/SearchBar/useSiteSearch' {
  import type {SearchState} from '#components/search/SearchBox.tsx';
  import type {PageResults} from '#core/search/sections.ts';
  export function useSiteSearch(): {
    state: SearchState;
    load: () => void;
    answer: (query: string, pages: number, perPage: number) => PageResults[];
  };
}

declare module '@theme/Term' {
  import type {ReactNode} from 'react';
  export default function Term(props: {id: string; definition: string; children: ReactNode}): ReactNode;
}

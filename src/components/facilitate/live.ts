import type {Question} from '#core/quizzes/questions/index.ts';

/** The page that asks a question on people's phones, or null for a type that a phone cannot show in one screen of choices. */
export function liveHref(course: string, question: Pick<Question, 'id' | 'type'>): string | null {
  switch (question.type) {
    case 'single': case 'multi': case 'true-false': return `/facilitate/live/?course=${course}&question=${question.id}`;
    case 'match': case 'order': case 'gap': case 'numeric': case 'short-text': case 'scenario': case 'reflection': return null;
  }
}

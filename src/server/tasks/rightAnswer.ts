import type {Response} from '#core/quizzes/questions/index.ts';
import type {VersionedQuestion} from '#core/quizzes/quiz.ts';

/** The answer that gets every mark. For sample records only. */
export function rightAnswer(question: VersionedQuestion): Response {
  switch (question.type) {
    case 'single': return question.options.find((option) => option.right)?.id ?? '';
    case 'multi': return question.options.filter((option) => option.right).map(({id}) => id);
    case 'true-false': return question.answer;
    case 'match': return Object.fromEntries(question.rows.map(({id, answer}) => [id, answer]));
    case 'order': return question.answer;
    case 'gap': return Object.fromEntries(question.gaps.map((gap) => [gap.id, ('options' in gap ? gap.options.find((option) => option.right)?.id : gap.accept[0]) ?? '']));
    case 'numeric': return String(question.answer);
    case 'short-text': return question.accept[0]?.text ?? '';
    case 'scenario': return Object.fromEntries(question.steps.map((step) => [step.id, step.options.find(({credit}) => credit === 100)?.id ?? '']));
    case 'reflection': return '';
  }
}

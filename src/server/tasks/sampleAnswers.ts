import type {Random} from '#core/quizzes/attempt.ts';
import type {Response} from '#core/quizzes/questions/index.ts';
import type {Quiz, VersionedQuestion} from '#core/quizzes/quiz.ts';
import {rightAnswer} from './rightAnswer.ts';

/** A mistake that somebody could make. Undefined for types of which none is made here: those are left open. For sample records only. */
export function likelyMistake(question: VersionedQuestion, random: Random): Response | undefined {
  switch (question.type) {
    case 'single': {
      const wrong = question.options.filter((option) => !option.right);
      // The first wrong option draws most people, so that options differ.
      return wrong[Math.floor(random() ** 2 * wrong.length)]?.id;
    }
    case 'true-false': return !question.answer;
    case 'multi': {
      const right = question.options.filter((option) => option.right).map(({id}) => id);
      const wrong = question.options.find((option) => !option.right)?.id;
      return random() < 0.5 || wrong === undefined ? right.slice(1) : [...right.slice(1), wrong];
    }
    case 'match': {
      const [first, second, ...rest] = question.rows;
      return first && second ? Object.fromEntries<string>([[first.id, second.answer], [second.id, first.answer], ...rest.map(({id, answer}): [string, string] => [id, answer])]) : undefined;
    }
    case 'order': return [...question.answer.slice(1), ...question.answer.slice(0, 1)];
    default: return undefined;
  }
}

/** A figure near nought, seldom beyond ±2: three dice in one. */
const near = (random: Random): number => (random() + random() + random() - 1.5) * 2;

/**
 * Somebody who answers an assessment as people do: the able more often right, some questions harder than others, one in ten of them a
 * poor question that ability does not help with, and now and then one left open. Gives their answer to each question.
 */
export function makeSampleTaker(quiz: Quiz, random: Random): (question: VersionedQuestion) => Response | undefined {
  const ability = near(random);
  return (question) => {
    const place = quiz.items.findIndex(({id}) => id === question.id);
    const easiness = ((place * 7) % 11) / 2.5 - 0.8;
    const help = place % 10 === 3 ? 0 : 1.2;
    if (random() < 0.02) return undefined;
    return random() < 1 / (1 + Math.exp(-(help * ability + easiness))) ? rightAnswer(question) : likelyMistake(question, random);
  };
}

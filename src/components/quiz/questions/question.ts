import type {PublicQuestion, Response} from '#core/quizzes/questions/index.ts';

/** What the component of a question type is given. */
export interface QuestionProps<T extends PublicQuestion['type']> {
  question: Extract<PublicQuestion, {type: T}>;
  /** Option ids in the order drawn for this attempt. */
  order: readonly string[];
  response: Response | undefined;
  /** Differs from every other question on the page: it names the inputs. */
  name: string;
  onAnswer: (response: Response) => void;
}

/** Takes options as written and the order drawn; gives them as drawn. Options that the draw does not name come last. */
export function inOrder<T extends {id: string}>(options: readonly T[], order: readonly string[]): T[] {
  const place = (id: string) => (order.includes(id) ? order.indexOf(id) : order.length);
  return [...options].sort((a, b) => place(a.id) - place(b.id));
}

import {addDataImports, elementsNamed, idAttributeOf} from '../markdown/importData.ts';
import type {MarkdownNode} from '../markdown/importData.ts';

/**
 * Lets an author write `<Quiz id="..." />` and no more: adds the import of the quiz's data to the page, so that the question is in the
 * page's HTML and prints, and no other page carries it. A remark plugin for Docusaurus' Markdown.
 */
export function remarkQuiz(): (tree: MarkdownNode, file: {path: string}) => void {
  return (tree, file) => {
    addDataImports(tree, 'quiz', elementsNamed(tree, 'Quiz').map((node) => {
      const id = idAttributeOf(node);
      if (id === undefined) throw new Error(`${file.path}: <Quiz> needs the id of a practice quiz. Write <Quiz id="name-of-a-file-in-quizzes" />.`);
      return {node, from: `@generated/askwell-quizzes/default/practice/${id}.json`};
    }));
  };
}

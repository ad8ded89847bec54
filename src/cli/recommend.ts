import {readFile} from 'node:fs/promises';
import path from 'node:path';
import {readContent} from '#content/readContent.ts';
import {Brief} from '#core/methods/brief.ts';
import {summariseMethod} from '#core/methods/method.ts';
import type {MethodSummary} from '#core/methods/method.ts';
import {recommend} from '#core/methods/recommend.ts';
import type {Recommendation} from '#core/methods/recommend.ts';
import {audienceInWords, audiencesInWords, costInWords, effortInWords, upperFirst, weeksInWords} from '#core/methods/words.ts';
import {checkYaml, formatProblem} from '#core/problem.ts';
import type {CommandIo} from './io.ts';

export const usage = 'recommend BRIEF.json [--json]   Recommend methods for a brief, with reasons.';

/** Ranks methods for the brief in a file. Gives 0, or 1 when it should not be called a consultation, or 2 for a brief that cannot be read. */
export async function run(args: readonly string[], io: CommandIo): Promise<number> {
  const files = args.filter((arg) => !arg.startsWith('--'));
  const unknown = args.filter((arg) => arg.startsWith('--') && arg !== '--json');
  const [file] = files;
  if (file === undefined || files.length > 1 || unknown.length > 0) {
    io.err(unknown.length > 0 ? `There is no option ${unknown.join(', ')}.` : 'Name one file with a brief.');
    io.err(`Usage: askwell ${usage}`);
    return 2;
  }
  let text: string;
  try {
    text = await readFile(path.resolve(file), 'utf8');
  } catch {
    io.err(`${file} cannot be read. Check the name and that you may open it.`);
    return 2;
  }
  // JSON is YAML as well, so the reader of content files gives each fault its line.
  const brief = checkYaml(Brief, {file, text});
  if (!brief.ok) {
    for (const problem of brief.problems) io.err(formatProblem(problem));
    return 2;
  }
  const content = await readContent(process.cwd());
  if (!content.ok) {
    for (const problem of content.problems) io.err(formatProblem(problem));
    return 2;
  }
  const methods = content.value.methods.map(summariseMethod);
  const result = recommend(brief.value, methods);
  io.out(args.includes('--json') ? JSON.stringify(result, null, 2) : describeRecommendation(result, methods));
  return result.gate === null ? 0 : 1;
}

/** Takes a recommendation and the catalogue; gives it as text for a terminal. */
export function describeRecommendation(result: Recommendation, methods: readonly MethodSummary[]): string {
  const title = (id: string): string => methods.find((method) => method.id === id)?.title ?? id;
  const {gate, stepZero, mix, ranked, rejected, wouldChange, confidence} = result;
  const lines: string[] = [];
  if (gate) lines.push('Do not call this a consultation', `  ${gate.why}`, `  ${gate.instead}`, '');
  if (stepZero) lines.push('First', `  ${title(stepZero.id)}. ${stepZero.why}`, '');
  lines.push('Recommended together');
  for (const id of mix.methods) {
    const reached = Object.entries(mix.coverage).flatMap(([audience, by]) => by.includes(id) ? [audience as keyof typeof mix.coverage] : []);
    lines.push(`  ${title(id)}${reached.length > 0 ? `: reaches ${audiencesInWords(reached)}` : ''}`);
  }
  for (const audience of mix.uncovered) lines.push(`  Not covered: ${audienceInWords(audience)}. ${mix.uncoveredAdvice[audience] ?? ''}`);
  lines.push(
    `  Face to face: ${mix.faceToFace.included ? 'yes' : 'no'}. ${mix.faceToFace.why}`,
    ...(mix.alternativeRoute === null ? [] : [`  ${mix.alternativeRoute}`]),
    `  It takes ${weeksInWords(mix.weeks)}, side by side. It costs ${costInWords(mix.costBand)}. Staff time: ${effortInWords(mix.staffEffort)}.`,
    '', 'All methods that fit, best first');
  for (const [index, method] of ranked.entries()) {
    lines.push(`  ${index + 1}. ${title(method.id)} (${Math.round(method.score * 100)} of 100)`);
    if (index < 5) lines.push(...method.for.map((reason) => `     + ${reason}`), ...method.against.map((reason) => `     - ${reason}`));
  }
  if (rejected.length > 0) lines.push('', 'Ruled out', ...rejected.map(({id, why}) => `  ${title(id)}: ${why.join('; ')}.`));
  if (wouldChange.length > 0) lines.push('', 'What would change this', ...wouldChange.map(({effect}) => `  ${upperFirst(effect)}`));
  lines.push('', confidence.sentence);
  return lines.join('\n');
}

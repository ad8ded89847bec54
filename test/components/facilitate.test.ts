import {createElement} from 'react';
import type {ComponentType} from 'react';
import {renderToStaticMarkup} from 'react-dom/server';
import {beforeAll, describe, expect, it} from 'vitest';
import {PrintAnswer} from '#components/facilitate/PrintAnswer.tsx';
import {PrintQuestion} from '#components/facilitate/PrintQuestion.tsx';
import {SessionPack} from '#components/facilitate/SessionPack.tsx';
import {TeachView} from '#components/facilitate/TeachView.tsx';
import {TrainerNotes} from '#components/facilitate/TrainerNotes.tsx';
import {WallBar} from '#components/facilitate/WallBar.tsx';
import {WallSlide} from '#components/facilitate/WallSlide.tsx';
import {plainLink} from '#components/methods/link.tsx';
import {readSessions} from '#content/readSessions.ts';
import {valueOrThrow} from '#content/readContent.ts';
import type {Course} from '#core/courses/course.ts';
import type {Session} from '#core/courses/session.ts';
import {QUESTION_TYPES} from '#core/quizzes/questions/index.ts';
import type {Question} from '#core/quizzes/questions/index.ts';
import {projectRoot, realContent} from '../support/project.ts';

const draw = <P extends object>(component: ComponentType<P>, props: P): string => renderToStaticMarkup(createElement(component, props));
const textOf = (html: string): string => html.replace(/<[^>]+>/g, ' ').replace(/&quot;/g, '"').replace(/&#x27;/g, "'").replace(/&lt;/g, '<').replace(/&gt;/g, '>').replace(/&amp;/g, '&').replace(/\s+/g, ' ');
const all = (html: string, pattern: RegExp): string[] => [...html.matchAll(pattern)].map((match) => match[1] ?? '');
const nothing = (): void => undefined;

let course: Course;
let session: Session;
let samples: Question[];
beforeAll(async () => {
  const content = await realContent();
  session = valueOrThrow(await readSessions(projectRoot, content.courses, content.quizzes)).find((each) => each.course === 'planning-a-consultation') as Session;
  course = content.courses.find(({id}) => id === session.course) as Course;
  samples = content.quizzes.filter(({mode}) => mode === 'practice').flatMap(({items}) => items);
});

/** Every text that explains a question, which its paper form must not give away. */
const reasonsOf = (question: Question): string[] => [...JSON.stringify(question).matchAll(/"(?:why)":"((?:[^"\\]|\\.)+)"/g)].map((match) => JSON.parse(`"${match[1] ?? ''}"`) as string);

describe('questions on paper', () => {
  it.each(QUESTION_TYPES)('of the type %s show the case and no reason; the answers give every reason', (type) => {
    const questions = samples.filter((each) => each.type === type);
    expect(questions.length).toBeGreaterThan(0);
    for (const question of questions) {
      const [asked, answered] = [textOf(draw(PrintQuestion, {question})), textOf(draw(PrintAnswer, {question}))];
      const tidy = (text: string): string => text.replace(/\s+/g, ' ').trim();
      expect(asked, question.id).toContain(tidy(question.stem));
      for (const why of reasonsOf(question)) {
        expect(asked, question.id).not.toContain(tidy(why));
        expect(answered, question.id).toContain(tidy(why));
      }
      if (question.type === 'reflection') for (const point of question.points) expect(answered).toContain(tidy(point));
    }
  });
});

describe('the session pack', () => {
  it('has every sheet, numbers questions and answers alike, and leaves 15 rows to sign', () => {
    const html = draw(SessionPack, {course, session, organisation: 'Sample Council', start: 570});
    expect(all(html, /<h2 id="([^"]+)"/g)).toEqual(['cover', 'script', 'questions', 'answers', 'register', 'evaluation']);
    const sheetOf = (id: string): string => html.slice(html.indexOf(`<h2 id="${id}"`)).split('</section>')[0] ?? '';
    expect(all(sheetOf('questions'), /<ol start="(\d+)"/g)).toEqual(all(sheetOf('answers'), /<ol start="(\d+)"/g));
    expect(all(sheetOf('register').split('<tbody>')[1] ?? '', /(<tr>)/g)).toHaveLength(15);
    expect(textOf(sheetOf('cover'))).toContain('9:30am');
    expect(textOf(sheetOf('evaluation'))).toMatch(/What will you use at work\?.*By when\?.*get in the way/);
  });
});

describe('the running order', () => {
  it('moves with the start, and links what the room is shown and asked', () => {
    const view = (minutes: number): string => draw(TeachView, {course, session, start: {text: '10:00', minutes}, onStart: nothing, query: '?start=10:00', linkTo: plainLink});
    expect(textOf(view(600))).toContain('From 10:00am to');
    expect(textOf(view(540))).toContain('From 9:00am to');
    const html = view(600);
    expect(html).toContain(`href="/learn/${course.id}/session/notes/?start=10:00"`);
    for (const id of Object.keys(session.asked)) expect(html).toContain(`/facilitate/live/?course=${course.id}&amp;question=${id}`);
    for (const {id} of course.lessons) expect(html).toContain(`href="/learn/${course.id}/${id}/?present"`);
    expect(html).toMatch(/<label for="([^"]+)">The session starts at<\/label>.*<input id="\1" type="time"/);
  });
});

describe('the trainer’s notes', () => {
  const notes = (wall: 'looking' | 'open' | 'closed', part: number, now: number | null): string => draw(TrainerNotes, {
    course, session, wall, shown: wall === 'open' ? {course: course.id, lesson: 'x', part: 1, title: 'A lesson', at: 2, of: 6} : null, part, start: {text: '09:30', minutes: 570}, now,
    wallHref: '/wall/', onStart: nothing, onMove: nothing, onPart: nothing,
  });

  it('say what is on the screen, what to say, how long is left and what comes next', () => {
    const html = textOf(notes('open', 0, 575));
    expect(html).toContain('On the big screen: A lesson, 2 of 6.');
    expect(html).toContain(session.parts[0]?.say);
    expect(html).toContain(`${(session.parts[0]?.minutes ?? 0) - 5} minutes left`);
    expect(html).toContain(`Next: ${session.parts[1]?.title}`);
  });

  it('say that the screen is closed and how to open it, and stay of use', () => {
    const html = notes('closed', session.parts.length - 1, null);
    expect(textOf(html)).toContain('The big screen is closed.');
    expect(html).toContain('href="/wall/"');
    expect(html).not.toContain('Screen on');
    expect(textOf(html)).toContain('This is the last part.');
  });
});

describe('the big screen', () => {
  it('shows a question without its answer, which a button reveals', () => {
    const number = session.parts.findIndex(({question}) => question !== undefined) + 1;
    const html = draw(WallSlide, {course, session, part: number, cameUpAt: null, linkTo: plainLink});
    expect(html).toMatch(/aria-expanded="false"[^>]*>Show the answer/);
    expect(html).toMatch(/<div hidden="">/);
    expect(all(html, /(<h1)/g)).toHaveLength(1);
  });

  it('says when a break is over', () => {
    const number = session.parts.findIndex(({kind}) => kind === 'break') + 1;
    const minutes = session.parts[number - 1]?.minutes ?? 0;
    expect(textOf(draw(WallSlide, {course, session, part: number, cameUpAt: 660 - minutes, linkTo: plainLink}))).toContain('Back at 11:00am');
  });

  it('has a button for every key, and says where it cannot go', () => {
    const html = draw(WallBar, {progress: '1 of 3', canGoBack: false, canGoOn: true, onMove: nothing});
    expect(all(html, />(\w+)<\/button>/g)).toEqual(['First', 'Back', 'Next', 'Last', 'Leave']);
    expect(all(html, /(aria-disabled="true")/g)).toHaveLength(2);
    expect(html).toContain('<p class="');
    expect(html).toMatch(/role="status">1 of 3/);
  });
});

import {beforeAll, describe, expect, it} from 'vitest';
import * as fc from 'fast-check';
import {readSessions} from '#content/readSessions.ts';
import {valueOrThrow} from '#content/readContent.ts';
import type {Content} from '#content/readContent.ts';
import {resolveSession, SessionFile} from '#core/courses/session.ts';
import type {Session, SessionPart} from '#core/courses/session.ts';
import {parseClock, runningOrder, timeLeft, writeClock, writeLength} from '#core/courses/sessionClock.ts';
import {checkYaml, formatProblem} from '#core/problem.ts';
import {projectRoot, realContent} from '../../support/project.ts';

let content: Content;
let sessions: Session[];
beforeAll(async () => {
  content = await realContent();
  sessions = valueOrThrow(await readSessions(projectRoot, content.courses, content.quizzes));
});

describe('the sessions of this project', () => {
  it('stand in the order of the courses, and show every lesson of theirs', () => {
    const taught = sessions.map(({course}) => course);
    expect(taught.length).toBeGreaterThanOrEqual(8);
    expect(taught).toEqual(content.courses.map(({id}) => id).filter((id) => taught.includes(id)));
    for (const {course, parts} of sessions) {
      const lessons = content.courses.find(({id}) => id === course)?.lessons.map(({id}) => id) ?? [];
      expect(parts.flatMap(({lesson}) => lesson ?? []), course).toEqual(expect.arrayContaining(lessons));
    }
  });

  it('put on paper what they ask and two more of each lesson, and nothing of an assessment', () => {
    const assessed = new Set(content.quizzes.filter(({mode}) => mode === 'assessed').flatMap(({items}) => items.map(({id}) => id)));
    for (const {course, parts, asked, sheet} of sessions) {
      const onPaper = sheet.flatMap(({questions}) => questions.map(({id}) => id));
      expect(new Set(onPaper).size, course).toBe(onPaper.length);
      expect(onPaper, course).toEqual(expect.arrayContaining(parts.flatMap(({question}) => question ?? [])));
      for (const {lesson, questions} of sheet) {
        const more = questions.filter(({id}) => !(id in asked));
        const practice = content.courses.find(({id}) => id === course)?.lessons.find(({id}) => id === lesson.id)?.practice;
        const left = content.quizzes.find(({id}) => id === practice)?.items.filter(({id}) => !(id in asked)).length ?? 0;
        expect(more, `${course} ${lesson.id}`).toHaveLength(Math.min(2, left));
      }
      expect([...onPaper, ...Object.keys(asked)].filter((id) => assessed.has(id)), course).toEqual([]);
    }
  });
});

const words = (count: number): string => Array.from({length: count}, () => 'word').join(' ');
const talk = (more: string): string => `  - kind: talk\n    title: A talk\n    minutes: 10\n    say: ${words(12)}\n    notes: ${words(30)}\n${more}`;
const head = 'minutes: 60\nroom: A room.\nprepare: [One, Two, Three]\nparts:\n';
const good = `${head}${talk('').repeat(5)}  - {kind: break, title: Tea, minutes: 10}\n`;
const problemsIn = (text: string): string[] => {
  const checked = checkYaml(SessionFile, {file: 's.yml', text});
  return checked.ok ? [] : checked.problems.map(formatProblem);
};

describe('a session file', () => {
  it('is taken when all is there', () => {
    expect(problemsIn(good)).toEqual([]);
  });

  it.each([
    ['minutes that are not the sum', good.replace('minutes: 60', 'minutes: 75'), 's.yml:1 minutes: The parts take 60 minutes together, and 75 are written here. Write 60, or change a part.'],
    ['a kind that does not exist', good.replace('kind: break', 'kind: lunch'), 's.yml:30 parts.5.kind: `lunch` is not one of the values allowed. Use one of: welcome, case, talk, exercise, question, break, close.'],
    ['a field that does not exist', good.replace('room: A room.', 'room: A room.\nhall: Big'), 's.yml:3 hall: There is no field called `hall` here. Correct its spelling or take it out.'],
    ['a question part that asks nothing', good.replace('kind: talk', 'kind: question'), 's.yml:5 parts.0.question: This part asks nothing. Write the id of a practice question of this course.'],
    ['a break that asks', good.replace('title: Tea,', 'title: Tea, question: q,'), 's.yml:30 parts.5.question: Nobody can answer in a break. Take the question out, or choose another kind.'],
    ['a break with something to say', good.replace('title: Tea,', `title: Tea, say: ${words(12)},`), 's.yml:30 parts.5.say: In a break the trainer says nothing. Take this out, or choose another kind.'],
    ['a part without a script', good.replace(/ {4}say: .*\n/, ''), 's.yml:5 parts.0.say: `say` is missing. Write what the trainer says first, in 10 to 60 words.'],
    ['a script that is too short', good.replace(words(12), words(3)), 's.yml:8 parts.0.say: This has 3 words. Write 10 to 60.'],
    ['notes that are too long', good.replace(words(30), words(121)), 's.yml:9 parts.0.notes: This has 121 words. Write 20 to 120.'],
    ['too little to prepare', good.replace('[One, Two, Three]', '[One]'), 's.yml:3 prepare: This list is too short. Give at least 3.'],
  ])('is refused for %s, with line and cure', (_, text, problem) => {
    expect(problemsIn(text)).toContain(problem);
  });

  it('is refused for a lesson and a question that its course does not have, also one of the assessment', () => {
    const course = content.courses[0];
    const bank = content.quizzes.find(({id}) => id === course?.assessment)?.items[0]?.id ?? '';
    if (!course) throw new Error('There is no course.');
    const text = `${head}${talk('    lesson: nowhere\n')}${talk(`    question: ${bank}\n`)}${talk('').repeat(4)}`;
    const source = {file: 's.yml', text};
    const {problems, session} = resolveSession(SessionFile.parse(valueOrThrow(checkYaml(SessionFile, source))), source, course, content.quizzes);
    expect(problems.map(({line, field, message}) => `${line} ${field} ${message.replace(/ Use .*/, '')}`)).toEqual([
      '10 parts.0.lesson `nowhere` is not a lesson of this course.', `16 parts.1.question \`${bank}\` is not a practice question of this course.`,
    ]);
    expect(session.asked).toEqual({});
  });
});

describe('the clock of a session', () => {
  it.each([['09:30', 570], ['00:00', 0], ['23:59', 1439], ['24:00', null], ['9:30', null], ['', null]] as [string, number | null][])('reads %s as %s', (text, minutes) => {
    expect(parseClock(text)).toBe(minutes);
  });

  it.each([[570, '9:30am'], [0, '12:00am'], [720, '12:00pm'], [1439, '11:59pm'], [1445, '12:05am']])('writes %i as %s', (minutes, text) => {
    expect(writeClock(minutes)).toBe(text);
  });

  it.each([[1, '1 minute'], [45, '45 minutes'], [60, '1 hour'], [121, '2 hours 1 minute'], [0, '0 minutes']])('writes a length of %i as %s', (minutes, text) => {
    expect(writeLength(minutes)).toBe(text);
  });

  it.each([
    [595, '5 minutes left: this part ends at 10:00am.'], [600, 'Time is up: this part ends now, at 10:00am.'], [606, '6 minutes over: this part ended at 10:00am by the plan.'],
    [560, 'By the plan this part starts at 9:40am, in 20 minutes.'], [580, '20 minutes left: this part ends at 10:00am.'],
  ])('at %i says: %s', (now, text) => {
    expect(timeLeft({startsAt: 580, endsAt: 600}, now)).toBe(text);
  });

  it('counts on past midnight', () => {
    expect(timeLeft({startsAt: 1430, endsAt: 1450}, 2)).toBe('8 minutes left: this part ends at 12:10am.');
  });

  it('lets no minute fall between two parts', () => {
    fc.assert(fc.property(fc.array(fc.integer({min: 1, max: 240}), {minLength: 1, maxLength: 14}), fc.integer({min: 0, max: 1439}), (lengths, start) => {
      const order = runningOrder(lengths.map((minutes): SessionPart => ({kind: 'talk', title: 'T', minutes})), start);
      expect(order[0]?.startsAt).toBe(start);
      order.forEach(({startsAt, endsAt, part}, index) => {
        expect(endsAt - startsAt).toBe(part.minutes);
        if (index > 0) expect(startsAt).toBe(order[index - 1]?.endsAt);
      });
      expect(order.at(-1)?.endsAt).toBe(start + lengths.reduce((sum, each) => sum + each, 0));
    }));
  });
});

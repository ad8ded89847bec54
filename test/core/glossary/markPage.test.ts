import fc from 'fast-check';
import {describe, expect, it} from 'vitest';
import {GlossaryFile} from '#core/glossary/glossary.ts';
import {markerOf, MOST_TERMS, namesOfTerms} from '#core/glossary/markPage.ts';
import type {PageToMark} from '#core/glossary/markPage.ts';
import {indexNames} from '#core/glossary/matchTerms.ts';
import {namesOfMethods} from '#core/glossary/methodNames.ts';

const LETTERS = 'abcdefghijkl'.split('');
const terms = GlossaryFile.parse([
  {id: 'consultation', term: 'consultation', everyday: true, definition: 'Asking.'},
  {id: 'eia', term: 'equality impact assessment', abbreviation: 'EIA', also: ['equality impact assessments'], definition: 'A look.'},
  {id: 'sample', term: 'sample (in a survey)', also: ['random sample'], definition: 'People.'},
  {id: 'panel', term: 'panel', definition: 'People.'},
  ...LETTERS.map((letter) => ({id: `word-${letter}`, term: `word${letter}`, definition: 'A word.'})),
]);
const names = indexNames([...namesOfTerms(terms), ...namesOfMethods([{id: 'focus-group', title: 'Focus group'}, {id: 'citizens-panel', title: "Citizens' panel"}], {})]);
const page = (over: Partial<PageToMark> = {}): PageToMark => ({title: 'A page', links: [], terms: true, ...over});
const marked = (texts: string[], over: Partial<PageToMark> = {}, terms_ = true): string[] => {
  const mark = markerOf(page(over), names, terms);
  return texts.flatMap((text) => mark(text, terms_)).flatMap(({text, target}) => (target ? [`${target.kind} ${target.id} ${text}`] : []));
};

describe('a page', () => {
  it.each<[string, string[], Partial<PageToMark>, string[]]>([
    ['marks the first use only, over all its texts', ['A panel.', 'The panel, a focus group.', 'Focus groups.'], {}, ['term panel panel', 'method focus-group focus group']],
    ['marks an abbreviation where it comes first', ['The EIAs.', 'An equality impact assessment.'], {}, ['term eia EIAs']],
    ['marks no words of everyday', ['A consultation.'], {}, []],
    ['marks a term with brackets by its other forms alone', ['A sample letter, a random sample.'], {}, ['term sample random sample']],
    ['marks no term that is its title', ['A panel.'], {title: 'Panel'}, []],
    ['marks no term whose other form is its title', ['An equality impact assessment.'], {title: 'Equality impact assessments'}, []],
    ['marks no term whose bare name is its title', ['A random sample.'], {title: 'Sample'}, []],
    ['marks no term that the author links', ['A panel.'], {links: ['/toolkit/glossary/#panel']}, []],
    ['marks no terms where the author says so, and methods all the same', ['A panel, a focus group.'], {terms: false}, ['method focus-group focus group']],
    ['links no method that the author links', ['A focus group.'], {links: ['/methods/focus-group/']}, []],
    ['links no method that the author links in part', ['A focus group.'], {links: ['/methods/focus-group/#steps']}, []],
    ['links methods beside a link to another', ['A focus group.'], {links: ['/methods/citizens-panel/', '/methods/']}, ['method focus-group focus group']],
    ['links no method that it is about', ['A focus group.'], {method: 'focus-group'}, []],
    ['finds no term in the name of a method that it leaves alone', ["A citizens' panel."], {method: 'citizens-panel'}, []],
  ])('%s', (_, texts, over, expected) => {
    expect(marked(texts, over)).toEqual(expected);
  });

  it('marks terms only where they may stand, and remembers none that it passed over', () => {
    const mark = markerOf(page(), names, terms);
    expect(mark('A panel.', false)).toEqual([{text: 'A panel.'}]);
    expect(mark('A panel.', true)).toContainEqual({text: 'panel', target: {kind: 'term', id: 'panel'}});
  });

  it(`marks ${MOST_TERMS} terms at most, and methods beyond that`, () => {
    const text = `${LETTERS.map((letter) => `word${letter}`).join(' ')} focus group`;
    const found = marked([text]);
    expect(found.filter((each) => each.startsWith('term'))).toHaveLength(MOST_TERMS);
    expect(found.at(-1)).toBe('method focus-group focus group');
  });

  it('marks nothing twice, whatever its texts', () => {
    const words = fc.constantFrom('panel', 'EIA', 'focus groups', "citizens' panels", 'random sample', 'wordz', ...LETTERS.map((letter) => `word${letter}`));
    fc.assert(fc.property(fc.array(fc.array(words).map((each) => each.join(' '))), (texts) => {
      const ids = marked(texts).map((each) => each.split(' ').slice(0, 2).join(' '));
      expect(new Set(ids).size).toBe(ids.length);
      expect(ids.filter((id) => id.startsWith('term')).length).toBeLessThanOrEqual(MOST_TERMS);
    }));
  });
});

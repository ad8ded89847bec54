import {useEffect, useRef} from 'react';
import type {ReactNode} from 'react';
import type {PeopleAnswer} from '#core/network/api.ts';
import {DONE} from '#core/network/fields.ts';
import {skillTitle} from '#core/network/skills.ts';
import type {Skill} from '#core/network/skills.ts';
import type {LinkTo} from '../methods/link.tsx';
import styles from './styles.module.css';

interface Props {
  answer: PeopleAnswer;
  skills: readonly Skill[];
  directorateName: (id: string) => string;
  linkTo: LinkTo;
  /** The address of one person, and of a page of these results. */
  hrefOfPerson: (id: string) => string;
  hrefOfPage: (page: number) => string;
}

const FOUND_WORDS = {name: 'name', skills: 'skills', notes: 'notes on skills', languages: 'languages', interests: 'interests', job: 'job or team'} as const;

/** The people who were found, page by page. */
export function PeopleList({answer, skills, directorateName, linkTo, hrefOfPerson, hrefOfPage}: Props): ReactNode {
  const {people, total, page, pages, isPartial, isCut} = answer;
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    heading.current?.focus();
  }, [answer]);
  return (
    <section aria-labelledby="people-heading" className={styles.section}>
      <h2 id="people-heading" ref={heading} tabIndex={-1}>{total === 1 ? '1 person found' : `${total} people found`}</h2>
      {isPartial ? <p>Nobody fits every word. These fit some of them.</p> : null}
      {isCut ? <p className="aw-panel">The register holds more people than one search looks at. Choose a skill from the list to reach the others.</p> : null}
      {total === 0 ? <p>Nobody offers this, or nobody lets you see it. Try fewer or other words, or ask the team named at the foot of the page.</p> : null}
      <ul className={styles.list}>
        {people.map(({id, displayName, directorate, jobRole, offers, moreOffers, foundIn}) => (
          <li key={id} className="aw-card">
            <h3>{linkTo({href: hrefOfPerson(id), children: displayName})}</h3>
            {jobRole === undefined && directorate === undefined ? null : <p>{[jobRole, directorate && directorateName(directorate)].filter(Boolean).join(', ')}</p>}
            <ul className={styles.tags} aria-label={`Skills that ${displayName} offers`}>
              {offers.map(({skill, done}) => <li key={skill} className="aw-tag">{skillTitle(skill, skills)}, {DONE[done]}</li>)}
              {moreOffers > 0 ? <li className="aw-tag">and {moreOffers} more</li> : null}
            </ul>
            {foundIn.length > 0 ? <p className="aw-hint">Found in: {foundIn.map((each) => FOUND_WORDS[each]).join(', ')}.</p> : null}
          </li>
        ))}
      </ul>
      {pages > 1 ? (
        <nav aria-label="Pages of results" className="aw-choices">
          {page > 1 ? linkTo({href: hrefOfPage(page - 1), children: 'Previous page'}) : null}
          <span>Page {page} of {pages}</span>
          {page < pages ? linkTo({href: hrefOfPage(page + 1), children: 'Next page'}) : null}
        </nav>
      ) : null}
      {page === pages && total > people.length + (page - 1) * 50 ? <p>These are the first 500. Add a word or a filter to find the others.</p> : null}
    </section>
  );
}

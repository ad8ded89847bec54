// Ours instead of the stock one: the contact by phone, e-mail and post that every page of ours must carry, and no columns of links.
import type {ReactNode} from 'react';
import Link from '@docusaurus/Link';
import useDocusaurusContext from '@docusaurus/useDocusaurusContext';
import {organisationOf} from '../Navbar/organisation.ts';
import styles from './styles.module.css';

export default function Footer(): ReactNode {
  const {siteConfig} = useDocusaurusContext();
  const {name, contact} = organisationOf(siteConfig);
  return (
    <footer className={styles.footer}>
      <div className={styles.inner}>
        <section aria-labelledby="footer-contact">
          <h2 id="footer-contact" className={styles.heading}>Ask the {contact.team.charAt(0).toLowerCase() + contact.team.slice(1)}</h2>
          <dl className={styles.contact}>
            <dt>Phone</dt>
            <dd><a href={`tel:${contact.phone.replace(/[^+\d]/g, '')}`}>{contact.phone}</a></dd>
            <dt>E-mail</dt>
            <dd><a href={`mailto:${contact.email}`}>{contact.email}</a></dd>
            <dt>Post</dt>
            <dd>{contact.post}</dd>
          </dl>
        </section>
        <nav aria-label="About this site">
          <ul className={styles.links}>
            <li><Link to="/toolkit/">About the toolkit</Link></li>
            <li><Link to="/verify/">Check a certificate</Link></li>
            <li><Link to="/accessibility/">Accessibility</Link></li>
            <li><Link to="/privacy/">Privacy</Link></li>
          </ul>
        </nav>
        <p className={styles.licence}>
          {siteConfig.title} at {name}. You may copy and change the text under{' '}
          <a href="https://creativecommons.org/licenses/by/4.0/deed.en">Creative Commons Attribution 4.0</a>. The code is under the MIT licence.
        </p>
      </div>
    </footer>
  );
}

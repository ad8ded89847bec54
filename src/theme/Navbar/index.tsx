// Ours instead of the stock one: no drop-downs, nothing that sticks, a menu that Escape closes, and the record service in it.
import {useEffect, useRef, useState} from 'react';
import type {ReactNode} from 'react';
import Link from '@docusaurus/Link';
import {useLocation} from '@docusaurus/router';
import useDocusaurusContext from '@docusaurus/useDocusaurusContext';
import SearchBar from '@theme/SearchBar';
import {useSession} from '@theme/useSession';
import {Mark} from '#components/frame/Mark.tsx';
import {ColourSwitch} from './ColourSwitch.tsx';
import {linksFor} from './links.ts';
import {RecordLink} from './RecordLink.tsx';
import {organisationOf} from './organisation.ts';
import {WaitingLine} from './WaitingLine.tsx';
import styles from './styles.module.css';

export default function Navbar(): ReactNode {
  const {siteConfig} = useDocusaurusContext();
  const {pathname} = useLocation();
  const {person} = useSession();
  const [open, setOpen] = useState(false);
  const button = useRef<HTMLButtonElement>(null);
  useEffect(() => setOpen(false), [pathname]);
  useEffect(() => {
    if (!open) return undefined;
    const onKey = (event: KeyboardEvent): void => {
      if (event.key !== 'Escape' || event.defaultPrevented) return;
      setOpen(false);
      button.current?.focus();
    };
    document.addEventListener('keydown', onKey);
    return () => document.removeEventListener('keydown', onKey);
  }, [open]);

  return (
    <header className={styles.header}>
      <div className={styles.top}>
        <Link className={styles.brand} to="/">
          <Mark size={40} />
          <span className={styles.names}>
            <span className={styles.product}>{siteConfig.title}</span>
            <span className={styles.organisation}>{organisationOf(siteConfig).name}</span>
          </span>
        </Link>
        <button ref={button} type="button" className={styles.menuButton} aria-expanded={open} aria-controls="site-menu" onClick={() => setOpen(!open)}>
          Menu
        </button>
        <div className={styles.search}><SearchBar /></div>
      </div>
      <div id="site-menu" className={open ? styles.menuOpen : styles.menu}>
        <nav className={styles.nav} aria-label="Main">
          <ul className={styles.links}>
            {linksFor(person?.role).map(({to, label, within}) => {
              const here = pathname === to ? 'page' : within.some((start) => pathname.startsWith(start)) ? 'true' : undefined;
              return <li key={to}><Link className={styles.link} to={to} aria-current={here}>{label}</Link></li>;
            })}
          </ul>
        </nav>
        <div className={styles.own}>
          <RecordLink className={styles.link} />
          <ColourSwitch className={styles.colours} />
        </div>
      </div>
      <WaitingLine />
    </header>
  );
}

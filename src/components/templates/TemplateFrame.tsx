import type {ReactNode} from 'react';
import styles from './styles.module.css';

interface Props {
  title: string;
  href: string;
  /** Size of the Word file. */
  bytes: number;
  children: ReactNode;
}

/** A template as it stands in its Word file, and the link to that file. The link is plain: the file is no page of the site. */
export function TemplateFrame({title, href, bytes, children}: Props): ReactNode {
  return (
    <article className={styles.frame} aria-label={`Template: ${title}`}>
      <div className={styles.bar}>
        <a className="aw-button" href={href} download>Download as Word ({sizeInWords(bytes)})</a>
        <p className="aw-hint">Fill in what stands in <mark>[square brackets]</mark>. Nothing outside this frame is in the Word file.</p>
      </div>
      {children}
    </article>
  );
}

/** Takes a size in bytes. Gives it in whole kilobytes of 1,024 bytes, rounded up, as file managers show it. */
export function sizeInWords(bytes: number): string {
  return `${Math.ceil(bytes / 1024)} KB`;
}

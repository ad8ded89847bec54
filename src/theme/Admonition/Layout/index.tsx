// Ours instead of the stock one: no capitals, and no icon that a screen reader stumbles over.
import type {ReactNode} from 'react';
import styles from './styles.module.css';

interface Props {
  type: string;
  title?: ReactNode;
  children?: ReactNode;
  className?: string;
  id?: string;
}

export default function AdmonitionLayout({title, children, className, id}: Props): ReactNode {
  return (
    <div className={className} id={id}>
      {title && <p className={styles.title}>{title}</p>}
      {children}
    </div>
  );
}

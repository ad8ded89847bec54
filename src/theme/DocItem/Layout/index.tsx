// Ours instead of the stock one: contents named and in the page without scripts, breadcrumbs that begin with the part of the handbook.
import type {ReactNode} from 'react';
import DocItemContent from '@theme/DocItem/Content';
import DocItemFooter from '@theme/DocItem/Footer';
import DocItemPaginator from '@theme/DocItem/Paginator';
import PagePoint from '../../PagePoint/index.tsx';
import {Breadcrumbs} from './Breadcrumbs.tsx';
import {ContentsBeside} from './Contents.tsx';
import styles from './styles.module.css';

export default function DocItemLayout({children}: {children: ReactNode}): ReactNode {
  return (
    <div className={styles.columns}>
      <div className={styles.text}>
        <article>
          <Breadcrumbs />
          <DocItemContent>{children}</DocItemContent>
          <DocItemFooter />
        </article>
        <PagePoint />
        <DocItemPaginator />
      </div>
      <ContentsBeside />
    </div>
  );
}

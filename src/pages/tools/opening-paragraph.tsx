import type {ReactNode} from 'react';
import Layout from '@theme/Layout';
import OpeningParagraph from '@theme/OpeningParagraph';
import styles from './opening-paragraph.module.css';

/** Writes the opening paragraph of a consultation and its offer of other formats from a form. The address says which draft is open. */
export default function OpeningParagraphPage(): ReactNode {
  return (
    <Layout title="Opening paragraph and offer of formats"
      description="Fill in who asks, what can change, who decides and when. Get the opening paragraph of your consultation and the offer of other formats, ready to copy.">
      <main className={`aw-page ${styles.page}`}>
        <h1>Opening paragraph and offer of formats</h1>
        <p className="aw-lede">Answer the questions that readers ask first. The tool writes the front of your consultation and the offer of other formats, and says what is missing.</p>
        <p>What you type stays on this device. Nothing is sent anywhere.</p>
        <noscript><p>The form needs JavaScript. Without it, use the list and the example below, or download the <a href="/toolkit/templates/standard-opening-paragraph/">template as a Word file</a>.</p></noscript>
        <OpeningParagraph />
      </main>
    </Layout>
  );
}

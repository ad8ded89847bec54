import type {ReactNode} from 'react';
import Layout from '@theme/Layout';
import {siteLink} from '@theme/siteLink';
import {ToolList} from '#components/tools/ToolList.tsx';

/** All tools, each with what it does and when to use it. */
export default function ToolsPage(): ReactNode {
  return (
    <Layout title="Tools" description="Eight tools for a consultation: dates, stakeholders, methods, samples, the front page, who took part, and a check of the whole.">
      <main className="aw-page">
        <h1>Tools</h1>
        <p className="aw-lede">Each of these does one job that is slow or easy to get wrong by hand. You need no account.</p>
        <p>
          What you type stays on your device and goes on nobody’s record. Some tools also write your choices into the page’s address, so that you can send it to a colleague.
          {' '}{siteLink({href: '/my-record/', children: 'My record'})} lists what this device keeps, and {siteLink({href: '/privacy/', children: 'Privacy'})} says more.
        </p>
        <ToolList linkTo={siteLink} />
      </main>
    </Layout>
  );
}

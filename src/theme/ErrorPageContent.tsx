// Ours instead of the stock one: it says what to do next, and that answers are not lost.
import type {ReactNode} from 'react';

interface Props {
  error: Error;
  tryAgain: () => void;
}

export default function ErrorPageContent({error, tryAgain}: Props): ReactNode {
  return (
    <main className="aw-page">
      <h1>This page could not be shown</h1>
      <p>Something went wrong on this page. Answers that were saved on this device are still there.</p>
      <p><button type="button" className="aw-button" onClick={tryAgain}>Try again</button></p>
      <p>If it happens again, tell the team at the foot of the page what you did, and send them this line:</p>
      <pre><code>{error.message}</code></pre>
      <p><a href="/">Go to the home page</a></p>
    </main>
  );
}

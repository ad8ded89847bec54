import path from 'node:path';
import type {LoadContext, Plugin} from '@docusaurus/types';

/**
 * Leaves out what no page here needs. The syntax highlighter is the second largest part of every Docusaurus page (35 KB of 162 KB
 * compressed), and its colours fail WCAG contrast; code is shown plain.
 */
export default function trimPlugin({siteDir}: LoadContext): Plugin {
  const at = (file: string) => path.join(siteDir, 'src/plugins/trim', file);
  return {
    name: 'askwell-trim',
    configureWebpack: () => ({
      resolve: {
        alias: {
          'prism-react-renderer$': at('plainHighlighter.tsx'),
          '@theme/prism-include-languages$': at('noLanguages.ts'),
          nprogress$: at('noProgressBar.ts'),
        },
      },
    }),
  };
}

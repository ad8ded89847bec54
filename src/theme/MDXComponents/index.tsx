import MDXComponents from '@theme-original/MDXComponents';
import Term from '@theme/Term';
import {ProseLink} from './ProseLink.tsx';
import {TaskMark} from './TaskMark.tsx';
import {WideTable} from './WideTable.tsx';

/**
 * What Markdown's own marks become, and the one component that the build itself writes into texts. What authors write, a page imports for
 * itself; see `src/plugins/markdown/remarkComponents.ts`.
 */
export default {...MDXComponents, a: ProseLink, table: WideTable, input: TaskMark, Term};

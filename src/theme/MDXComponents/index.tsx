import MDXComponents from '@theme-original/MDXComponents';
import Quiz from '@theme/Quiz';
import {ProseLink} from './ProseLink.tsx';
import {MethodIndexHere} from './MethodIndexHere.tsx';
import {TaskMark} from './TaskMark.tsx';
import {WideTable} from './WideTable.tsx';

/** What Markdown may use without an import, and what Markdown's own marks become. */
export default {...MDXComponents, a: ProseLink, table: WideTable, input: TaskMark, Quiz, MethodIndex: MethodIndexHere};

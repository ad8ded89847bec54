import Heading from '@theme/Heading';
import type {HeadingAt} from '#components/practiceCode/heading.tsx';

/**
 * A heading as Markdown makes it: with the sign that links to it, and known to the check of anchors, which sees no heading that a
 * component draws by itself.
 */
export const linkedHeading: HeadingAt = ({level, id, children}) => <Heading as={`h${level}`} id={id}>{children}</Heading>;

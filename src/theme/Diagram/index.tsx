/** A diagram, which Markdown writes as `<Diagram id="..." />`. */
export {Diagram as default} from '#components/diagrams/Diagram.tsx';

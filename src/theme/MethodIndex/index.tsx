export {MethodIndexHere as default} from '../MDXComponents/MethodIndexHere.tsx';

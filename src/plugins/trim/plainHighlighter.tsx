import type {ReactNode} from 'react';

interface Token {
  content: string;
  types: string[];
}

interface Rendered {
  className: string;
  style: Record<string, never>;
  tokens: Token[][];
  getLineProps: (input: {className?: string}) => {className: string};
  getTokenProps: (input: {token: Token}) => {className: string; children: string};
}

/** Stands in for prism-react-renderer: the same shape, one token a line, no colours. */
export function Highlight({code, children}: {code: string; children: (rendered: Rendered) => ReactNode}): ReactNode {
  return children({
    className: 'plain-code',
    style: {},
    tokens: code.split('\n').map((line) => [{content: line === '' ? '\n' : line, types: ['plain']}]),
    getLineProps: ({className}) => ({className: ['token-line', className].filter(Boolean).join(' ')}),
    getTokenProps: ({token}) => ({className: 'token plain', children: token.content}),
  });
}

const plain = {plain: {}, styles: []};
export const themes = {palenight: plain, github: plain, dracula: plain};
export const Prism = {};

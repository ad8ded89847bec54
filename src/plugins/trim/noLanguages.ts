/** Stands in for Docusaurus' loader of highlighter languages. */
export default function noLanguages(): void {}

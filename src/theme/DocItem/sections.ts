export interface HandbookSection {
  label: string;
  /** Its first page, if it has one. */
  to?: string;
}

const SECTIONS: Record<string, HandbookSection> = {
  toolkit: {label: 'Toolkit', to: '/toolkit/'},
  methods: {label: 'Methods', to: '/methods/'},
  learn: {label: 'Learn', to: '/learn/'},
  writing: {label: 'Writing clearly'},
  'code-of-practice': {label: 'Code of practice'},
  developers: {label: 'For developers'},
};

/** Takes the path of a page and gives the part of the handbook it stands in, or undefined for a part that has no name here. */
export function sectionOf(pathname: string): HandbookSection | undefined {
  const folder = pathname.split('/')[1] ?? '';
  return Object.hasOwn(SECTIONS, folder) ? SECTIONS[folder] : undefined;
}

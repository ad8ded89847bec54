export interface HandbookSection {
  label: string;
  /** Its first page, if it has one. */
  to?: string;
}

const SECTIONS: Record<string, HandbookSection> = {
  toolkit: {label: 'Toolkit', to: '/toolkit/'},
  methods: {label: 'Methods', to: '/methods/'},
  learn: {label: 'Learn', to: '/learn/'},
  writing: {label: 'Toolkit', to: '/toolkit/'},
  'code-of-practice': {label: 'Toolkit', to: '/toolkit/'},
  developers: {label: 'For developers'},
};

/** Takes the path of a page and gives the part of the handbook it stands in, or undefined for a part that has no name here. */
export function sectionOf(pathname: string): HandbookSection | undefined {
  const folder = pathname.split('/')[1] ?? '';
  return Object.hasOwn(SECTIONS, folder) ? SECTIONS[folder] : undefined;
}

import type {ReactNode} from 'react';
import useBaseUrl from '@docusaurus/useBaseUrl';
import files from '@generated/askwell-templates/default/files.json';
import {TemplateFrame} from '#components/templates/TemplateFrame.tsx';

/** `<Template>` on a page of templates. The build adds `id`, which is the page's file name. */
export default function Template({id, children}: {id?: string; children: ReactNode}): ReactNode {
  const file = files.find((each) => each.id === id);
  const href = useBaseUrl(`/templates/${id ?? ''}.docx`);
  return file ? <TemplateFrame title={file.title} href={href} bytes={file.bytes}>{children}</TemplateFrame> : children;
}

import path from 'node:path';
import type {LoadContext, Plugin} from '@docusaurus/types';
import {valueOrThrow} from '#content/readContent.ts';
import {readTemplates, TEMPLATE_FOLDER} from '#content/readTemplates.ts';
import type {Template} from '#core/templates/template.ts';
import {writeWord} from '#core/word/document.ts';

export interface TemplatesOptions {
  /** The body that publishes the templates, named in each file's properties. */
  author: string;
}

/** A Word file of a template, as the page that offers it needs to know it. */
export interface TemplateFile {
  id: string;
  title: string;
  /** Size of the file. */
  bytes: number;
}

interface WordFile extends TemplateFile {
  data: Uint8Array;
}

/** Where the site serves the Word file of a template, without the slash at the start. */
export function addressOfWordFile(id: string): string {
  return `templates/${id}.docx`;
}

/** Takes a template and the body that publishes it; gives its Word file, dated with the template's own review. */
export function writeTemplate({title, description, reviewed, blocks, template}: Template, author: string): Promise<Uint8Array> {
  return writeWord({title, subject: template.for, description, author, day: reviewed, sections: [{blocks}]});
}

/** Reads every template and writes its Word file. Throws with every problem in any of them. */
export async function writeWordFiles(siteDir: string, author: string): Promise<WordFile[]> {
  const templates = valueOrThrow(await readTemplates(siteDir));
  return Promise.all(templates.map(async (template) => {
    const data = await writeTemplate(template, author);
    return {id: template.id, title: template.title, bytes: data.length, data};
  }));
}

/**
 * Makes a Word file of each page of templates, from the same text, at `/templates/<id>.docx`, and tells pages their sizes as
 * `@generated/askwell-templates/default/files.json`. The bundler emits the files, so that they are there while pages are written too, and
 * in a build before anything looks for files to compress or to keep offline.
 */
export default function templatesPlugin({siteDir}: LoadContext, {author}: TemplatesOptions): Plugin<WordFile[]> {
  let files: WordFile[] = [];
  return {
    name: 'askwell-templates',
    getPathsToWatch: () => [path.join(siteDir, TEMPLATE_FOLDER, '*.md')],
    loadContent: () => writeWordFiles(siteDir, author),
    async contentLoaded({content, actions}) {
      files = content;
      await actions.createData('files.json', content.map(({id, title, bytes}): TemplateFile => ({id, title, bytes})));
    },
    configureWebpack: (_config, isServer) => (isServer ? {} : {
      plugins: [{
        apply(compiler) {
          const {Compilation, sources} = compiler.webpack;
          compiler.hooks.thisCompilation.tap('askwell-templates', (compilation) => {
            compilation.hooks.processAssets.tap({name: 'askwell-templates', stage: Compilation.PROCESS_ASSETS_STAGE_ADDITIONAL}, () => {
              for (const {id, data} of files) compilation.emitAsset(addressOfWordFile(id), new sources.RawSource(Buffer.from(data)));
            });
          });
        },
      }],
    }),
  };
}

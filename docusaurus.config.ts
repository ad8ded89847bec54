import type {Config} from '@docusaurus/types';
import type * as Preset from '@docusaurus/preset-classic';
import organisation from './askwell.config.ts';
import {remarkDiagram} from './src/plugins/diagrams/remarkDiagram.ts';
import {remarkTerms} from './src/plugins/glossary/remarkTerms.ts';
import {guideFrontMatter} from './src/plugins/guides/frontMatter.ts';
import {remarkComponents} from './src/plugins/markdown/remarkComponents.ts';
import {remarkMethodIndex} from './src/plugins/methods/remarkMethodIndex.ts';
import {remarkQuiz} from './src/plugins/quizzes/remarkQuiz.ts';
import {remarkSources} from './src/plugins/sources/remarkSources.ts';
import {keepWordFiles} from './src/plugins/templates/keepOffline.ts';
import {remarkTemplate} from './src/plugins/templates/remarkTemplate.ts';

const config: Config = {
  title: 'Askwell',
  tagline: 'Consult people well',
  url: process.env.PUBLIC_URL ?? organisation.url,
  baseUrl: '/',
  trailingSlash: true,
  baseUrlIssueBanner: false,
  favicon: 'img/favicon.svg',
  i18n: {defaultLocale: 'en-GB', locales: ['en-GB']},
  onBrokenLinks: 'throw',
  onBrokenAnchors: 'throw',
  onDuplicateRoutes: 'throw',
  future: {v4: true, faster: true},
  markdown: {parseFrontMatter: guideFrontMatter(__dirname), hooks: {onBrokenMarkdownLinks: 'throw', onBrokenMarkdownImages: 'throw'}},
  customFields: {organisation: {name: organisation.name, contact: organisation.contact, directorates: organisation.directorates}},
  presets: [
    ['classic', {
      docs: {
        routeBasePath: '/',
        sidebarPath: './sidebars.ts',
        beforeDefaultRemarkPlugins: [remarkQuiz, remarkDiagram, remarkMethodIndex, remarkSources, remarkTemplate, remarkTerms, remarkComponents],
        // A part of the toolkit names its first page itself; the list made from its folder would name it again.
        sidebarItemsGenerator: async ({defaultSidebarItemsGenerator, ...args}) => (await defaultSidebarItemsGenerator(args))
          .filter((item) => args.item.dirName === 'methods' || args.item.dirName === 'developers' || item.type !== 'doc' || item.id !== `${args.item.dirName}/index`),
        exclude: ['**/_*.{md,mdx}', '**/*.test.*'],
      },
      blog: false,
      theme: {customCss: './src/css/custom.css'},
      sitemap: {lastmod: null},
    } satisfies Preset.Options],
  ],
  plugins: [
    './src/plugins/methods/index.ts',
    './src/plugins/quizzes/index.ts',
    './src/plugins/courses/index.ts',
    './src/plugins/skillsCheck/index.ts',
    './src/plugins/guides/index.ts',
    './src/plugins/standards/index.ts',
    './src/plugins/practiceCode/index.ts',
    './src/plugins/diagrams/index.ts',
    './src/plugins/glossary/index.ts',
    './src/plugins/sources/index.ts',
    ['./src/plugins/templates/index.ts', {author: organisation.name}],
    './src/plugins/network/index.ts',
    './src/plugins/search/index.ts',
    ['./src/plugins/accent/index.ts', {accent: organisation.accent}],
    './src/plugins/trim/index.ts',
    './src/plugins/verifier/index.ts',
    './src/plugins/headers/index.ts',
    ['@docusaurus/plugin-pwa', {
      // The officer reads and answers on a train: keep the whole site after one visit, not only for who installs it.
      offlineModeActivationStrategies: ['always'],
      injectManifestConfig: {globPatterns: ['**/*.{js,json,css,html,svg,png,woff2,webmanifest}'], globIgnores: ['**/sw.js'], manifestTransforms: [keepWordFiles(__dirname, organisation.name)]},
      pwaHead: [
        {tagName: 'link', rel: 'manifest', href: '/manifest.json'},
        {tagName: 'link', rel: 'apple-touch-icon', href: '/img/apple-touch-icon.png'},
        {tagName: 'meta', name: 'theme-color', content: organisation.accent.light},
      ],
    }],
    ['./src/plugins/devService/index.ts', {service: process.env.ASKWELL_DEV_SERVICE}],
  ],
  themeConfig: {
    colorMode: {respectPrefersColorScheme: true},
    docs: {sidebar: {hideable: false, autoCollapseCategories: false}},
    navbar: {title: organisation.name, items: []},
  } satisfies Preset.ThemeConfig,
};

export default config;

import type {Config} from '@docusaurus/types';
import type * as Preset from '@docusaurus/preset-classic';
import organisation from './askwell.config.ts';
import {remarkQuiz} from './src/plugins/quizzes/remarkQuiz.ts';

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
  markdown: {hooks: {onBrokenMarkdownLinks: 'throw', onBrokenMarkdownImages: 'throw'}},
  customFields: {organisation: {name: organisation.name, contact: organisation.contact, directorates: organisation.directorates}},
  presets: [
    ['classic', {
      docs: {
        routeBasePath: '/',
        sidebarPath: './sidebars.ts',
        beforeDefaultRemarkPlugins: [remarkQuiz],
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
    './src/plugins/search/index.ts',
    ['./src/plugins/accent/index.ts', {accent: organisation.accent}],
    './src/plugins/trim/index.ts',
    './src/plugins/headers/index.ts',
    ['@docusaurus/plugin-pwa', {
      // The officer reads and answers on a train: keep the whole site after one visit, not only for who installs it.
      offlineModeActivationStrategies: ['always'],
      injectManifestConfig: {globPatterns: ['**/*.{js,json,css,html,svg,png,woff2,webmanifest}'], globIgnores: ['**/sw.js']},
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

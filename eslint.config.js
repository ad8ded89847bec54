const a11y = require('eslint-plugin-jsx-a11y');
const hooks = require('eslint-plugin-react-hooks');
const tseslint = require('typescript-eslint');

module.exports = tseslint.config(
  {ignores: ['node_modules/', 'build/', '.docusaurus/', '.askwell/', '.cache/', 'test-results/', 'playwright-report/']},
  {
    files: ['**/*.{ts,tsx}'],
    extends: [...tseslint.configs.recommendedTypeChecked],
    languageOptions: {parserOptions: {project: './tsconfig.json', tsconfigRootDir: __dirname}},
    rules: {
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/no-unused-vars': ['error', {argsIgnorePattern: '^_', varsIgnorePattern: '^_'}],
      '@typescript-eslint/restrict-template-expressions': ['error', {allowNumber: true}],
      // React's event handlers and Fastify's hooks take async functions and look after their promises.
      '@typescript-eslint/no-misused-promises': ['error', {checksVoidReturn: false}],
      '@typescript-eslint/require-await': 'off',
      eqeqeq: 'error',
      'no-console': ['error', {allow: ['error']}],
    },
  },
  {
    files: ['src/**/*.tsx'],
    plugins: {'jsx-a11y': a11y, 'react-hooks': hooks},
    rules: {
      ...a11y.flatConfigs.recommended.rules,
      // A wide table scrolls in a named region, which must take the focus so that it can be scrolled by keyboard.
      'jsx-a11y/no-noninteractive-tabindex': ['error', {tags: [], roles: ['tabpanel', 'region']}],
      'react-hooks/rules-of-hooks': 'error',
      'react-hooks/exhaustive-deps': 'error',
    },
  },
  {
    files: ['src/core/**', 'src/machines/**'],
    rules: {
      // Core takes time and chance as arguments, so that the same input always gives the same answer.
      'no-restricted-properties': ['error', {object: 'Math', property: 'random'}, {object: 'Date', property: 'now'}],
      'no-restricted-syntax': ['error', {selector: "NewExpression[callee.name='Date'][arguments.length=0]", message: 'Core has no clock. Take the time as an argument.'}],
    },
  },
);

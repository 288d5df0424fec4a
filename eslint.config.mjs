import tseslint from 'typescript-eslint';

export default tseslint.config(
  { ignores: ['dist/', 'node_modules/', 'data/local/', 'out/', '**/*.mjs', '**/*.cjs', '.ci/'] },
  ...tseslint.configs.strictTypeChecked,
  ...tseslint.configs.stylisticTypeChecked,
  {
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    rules: {
      'max-lines': ['error', { max: 250, skipBlankLines: true, skipComments: true }],
      'max-lines-per-function': ['error', { max: 60, skipBlankLines: true, skipComments: true }],
      'max-params': ['error', 4],
      'max-depth': ['error', 3],
      complexity: ['error', 12],
      'no-restricted-globals': [
        'error',
        { name: 'Date', message: 'Ask the Clock (src/platform/clock.ts), or use the kernel types.' },
        { name: 'process', message: 'Settings come from platform/config.' },
      ],
      'no-restricted-syntax': ['error', { selector: 'ExportDefaultDeclaration', message: 'Name what you export.' }],
      '@typescript-eslint/no-extraneous-class': ['error', { allowWithDecorator: true, allowEmpty: true }],
      '@typescript-eslint/consistent-type-definitions': 'error',
      '@typescript-eslint/class-literal-property-style': 'off',
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      '@typescript-eslint/switch-exhaustiveness-check': 'error',
      // Settings and table schemas are classes whose values are written as literals.
      '@typescript-eslint/no-unsafe-class-instance-assignment': 'off',
    },
  },
  // Rooms where the clock, the environment and conversions from outside live.
  {
    files: ['src/main.ts', 'src/kernel/instant.ts', 'src/platform/**', 'src/**/*.command.ts', 'src/practice/**'],
    rules: { 'no-restricted-globals': 'off' },
  },
  {
    files: ['src/**/domain/**', 'src/**/*.service.ts', 'src/**/*.controller.ts', 'src/**/*.pages.ts'],
    rules: {
      '@typescript-eslint/consistent-type-assertions': ['error', { assertionStyle: 'never' }],
    },
  },
  // Small scripts for the browser, which only add to pages that work without them.
  {
    files: ['views/**/*.js'],
    ...tseslint.configs.disableTypeChecked,
    languageOptions: { parserOptions: { projectService: false } },
    rules: { ...tseslint.configs.disableTypeChecked.rules, 'no-restricted-globals': 'off' },
  },
  {
    files: ['test/**'],
    rules: {
      'no-restricted-globals': 'off',
      'max-lines': 'off',
      'max-lines-per-function': 'off',
      '@typescript-eslint/no-non-null-assertion': 'off',
      '@typescript-eslint/consistent-type-assertions': 'off',
    },
  },
);

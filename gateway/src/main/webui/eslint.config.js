import js from '@eslint/js'
import jsxA11y from 'eslint-plugin-jsx-a11y'
import reactHooks from 'eslint-plugin-react-hooks'
import tseslint from 'typescript-eslint'

export default tseslint.config(
  { ignores: ['dist', 'src/api/generated', 'test-results'] },
  js.configs.recommended,
  ...tseslint.configs.recommended,
  jsxA11y.flatConfigs.strict,
  reactHooks.configs.flat.recommended,
  {
    files: ['**/*.{ts,tsx}'],
    rules: {
      '@typescript-eslint/consistent-type-imports': 'error',
      // A value that is shown is formatted by ui/format, in the reader's language.
      'no-restricted-properties': [
        'error',
        { property: 'toLocaleString', message: 'Use ui/format.' },
        { property: 'toLocaleDateString', message: 'Use ui/format.' },
      ],
    },
  },
  {
    files: ['scripts/**', '*.js', 'public/**'],
    languageOptions: {
      globals: { process: 'readonly', console: 'readonly', URL: 'readonly', setTimeout: 'readonly', document: 'readonly', window: 'readonly', localStorage: 'readonly', matchMedia: 'readonly', Buffer: 'readonly', fetch: 'readonly' },
    },
  },
)

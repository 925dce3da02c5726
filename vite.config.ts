import react from '@vitejs/plugin-react'
import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vite'

const here = (path: string): string => fileURLToPath(new URL(path, import.meta.url))

export default defineConfig({
  root: here('web'),
  plugins: [react()],
  resolve: {
    alias: [
      // Ajv makes functions from text, which the content security policy forbids: JSON Forms gets our judge instead.
      { find: /^ajv$/, replacement: here('forms/ajv.ts') },
      { find: /^ajv-formats$/, replacement: here('forms/ajv-formats.ts') },
    ],
  },
  build: {
    outDir: here('web/dist'),
    emptyOutDir: true,
    // Nothing as a data: address, so that the policy can stay `'self'`.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    rolldownOptions: {
      output: {
        // Two files instead of twenty small ones: what changes with our releases, and what changes rarely.
        codeSplitting: {
          groups: [
            { name: 'react', test: /node_modules\/(react|react-dom|react-router|scheduler|@tanstack)\// },
            {
              name: 'frame',
              test: /web\/(?!pages|forms|routes|main)[^/]+\.tsx?$|web\/kit\/(Alert|Button|Failure|Field|Hours|Icon|Spinner|values)|web\/layout\/(Footer|Guard|Header|Mark|Page|moving|sign-out)|web\/words\/(shell|words|categories|home)\./,
            },
          ],
        },
      },
    },
  },
  server: { proxy: { '/api': 'http://localhost:3000' } },
})

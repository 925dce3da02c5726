import { fileURLToPath } from 'node:url'
import { createContext, Script } from 'node:vm'
import { gzipSync } from 'node:zlib'
import { build, type Rolldown } from 'vite'
import { describe, expect, it } from 'vitest'

/** A module and all it needs, as one script that leaves its exports in `forms`; with the files that went into it. */
async function bundle(entry: string): Promise<{ code: string; modules: string[] }> {
  const made = (await build({
    configFile: false,
    logLevel: 'silent',
    build: {
      write: false,
      minify: true,
      target: 'es2022',
      lib: { entry: fileURLToPath(new URL(entry, import.meta.url)), formats: ['iife'], name: 'forms' },
    },
  })) as Rolldown.RolldownOutput[]
  const chunk = made[0]?.output[0]
  if (!chunk) throw new Error(`${entry} gave no bundle`)
  return { code: chunk.code, modules: chunk.moduleIds.filter(id => (chunk.modules[id]?.renderedLength ?? 0) > 0) }
}

/** Runs a bundle where nothing of Node exists but what a workflow has too (TypeBox needs the encoder, the validator the URL) and no code can be made from text, as under a strict policy or in a workflow. */
function bare(code: string, then: string): unknown {
  const context = createContext({ URL, TextEncoder }, { codeGeneration: { strings: false, wasm: false } })
  expect(() => new Script('new Function("return 1")').runInContext(context)).toThrow(
    /Code generation from strings disallowed/,
  )
  return JSON.parse(String(new Script(`${code};JSON.stringify(${then})`).runInContext(context)))
}

describe('without Node and without eval', { timeout: 60_000 }, () => {
  it('the judge judges, normalises and speaks, and weighs little', async () => {
    const { code, modules } = await bundle('./ajv.ts')
    const schema = {
      $schema: 'https://json-schema.org/draft/2020-12/schema',
      type: 'object',
      additionalProperties: false,
      required: ['companyId', 'day'],
      properties: {
        companyId: { type: 'string', format: 'company-id', pattern: '^\\d{8}$' },
        day: { type: 'string', format: 'date', 'x-rules': [{ rule: 'notFuture', path: '' }] },
      },
    }
    const form = JSON.stringify({ schema })
    const errors = bare(
      code,
      `(() => { const v = new forms.FormAjv(${form}, 'cs').compile(${JSON.stringify(schema)}); v({ companyId: '002 34 517', day: '1. 1. 2999' }); return v.errors.map(e => e.message) })()`,
    )
    expect(errors).toEqual([
      'IČO nesouhlasí s kontrolní číslicí. Zkontrolujte prosím všech 8 číslic.',
      'Datum nesmí být v\u00a0budoucnosti.',
    ])
    expect(modules.filter(id => /typebox|\/ajv\/|node:/.test(id))).toEqual([])
    expect(gzipSync(code).length).toBeLessThan(20_000)
  })

  it('an author’s form is made and judged in a workflow', async () => {
    const { code } = await bundle('./isolate.example.ts')
    expect(bare(code, 'forms.judged')).toEqual([
      { path: '/applicant/birthNumber', rule: 'format', params: { format: 'birth-number', fault: 'check' } },
    ])
  })
})

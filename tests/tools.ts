import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'

const find = createRequire(import.meta.url)

/** The program a package puts on PATH, called by file: it must run on this very Node. */
export function program(packageName: string, name: string): string {
  const file = find.resolve(`${packageName}/package.json`)
  const { bin } = find(file) as { bin: string | Record<string, string> }
  return join(dirname(file), typeof bin === 'string' ? bin : (bin[name] ?? ''))
}

/** The tools in Go read every type once and end: freeing memory meanwhile takes a fifth of their time, so they do it only when it runs short. */
export const toolEnv = { ...process.env, GOGC: 'off', GOMEMLIMIT: '3GiB' }

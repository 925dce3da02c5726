import { createHash } from 'node:crypto'
import { existsSync } from 'node:fs'
import { mkdir, readFile, readdir, rename, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { WorkflowBundle } from '@temporalio/worker'

const root = fileURLToPath(new URL('..', import.meta.url))
const cache = join(root, 'node_modules', '.cache', 'portal')

const place = async () => join(cache, `workflows-${await fingerprint()}.js`)

/** Whether the bundle of these sources is there, so that a worker starts at once. */
export const isBundled = async (): Promise<boolean> => existsSync(await place())

/** The workflow code as one script for Temporal's isolate; built once for given sources, kept beside the packages. */
export async function workflowBundle(): Promise<WorkflowBundle> {
  const path = await place()
  try {
    return { code: await readFile(path, 'utf8') }
  } catch {
    // What bundles is large, and whoever only asks for what is there has no use for it.
    const { bundleWorkflowCode, DefaultLogger } = await import('@temporalio/worker')
    const bundle = await bundleWorkflowCode({
      workflowsPath: join(root, 'workflows', 'index.ts'),
      logger: new DefaultLogger('WARN'),
    })
    await mkdir(cache, { recursive: true })
    await writeFile(`${path}.${process.pid}`, bundle.code)
    await rename(`${path}.${process.pid}`, path)
    return bundle
  }
}

/** Of all that may go into the bundle: our sources and the versions of the packages. */
async function fingerprint(): Promise<string> {
  const hash = createHash('sha256')
  for (const folder of ['workflows', 'forms', 'city']) {
    const files = await readdir(join(root, folder), { recursive: true })
    for (const file of files.filter(f => f.endsWith('.ts') && !f.endsWith('.test.ts')).toSorted())
      hash.update(file).update(await readFile(join(root, folder, file)))
  }
  return hash
    .update(await readFile(join(root, 'package-lock.json')))
    .digest('hex')
    .slice(0, 16)
}

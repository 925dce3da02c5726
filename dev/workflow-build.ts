import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { isBundled, workflowBundle } from '../worker/bundle.ts'
import { takeTurn } from './lock.ts'

/**
 * Bundles the workflow code unless the bundle there is of these very sources. Of several starts at once one builds, the others wait for
 * it.
 * @returns whether it built
 */
export async function buildWorkflows(project: string, signal: AbortSignal): Promise<boolean> {
  if (await isBundled()) return false
  const cache = join(project, 'node_modules', '.cache')
  mkdirSync(cache, { recursive: true })
  const release = await takeTurn(join(cache, 'workflows-being-built'), signal)
  try {
    if (await isBundled()) return false
    await workflowBundle()
    return true
  } finally {
    release()
  }
}

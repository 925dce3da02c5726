import { join } from 'node:path'
import { isBundled, workflowBundle } from '../worker/bundle.ts'
import { buildOnce } from './lock.ts'

/**
 * Bundles the workflow code unless the bundle there is of these very sources. Of several starts at once one builds, the others wait for
 * it.
 * @returns whether it built
 */
export const buildWorkflows = (project: string, signal: AbortSignal): Promise<boolean> =>
  buildOnce(
    join(project, 'node_modules', '.cache', 'workflows-being-built'),
    { isBuilt: isBundled, build: workflowBundle },
    signal,
  )

import { existsSync, readdirSync, rmSync } from 'node:fs'
import { join, relative } from 'node:path'
import { dataFolderOf, endLeftovers, refuseWhileRunning } from './data-folder.ts'
import { Problem, reasonOf } from './problem.ts'

/** Every name that the portal puts in its data folder; anything else in there is somebody else's. */
const ours =
  /^(postgres|postgres\.new|logs|web-build|(temporal|gateway|identity|mailbox)\.db.*|(lock|children|secrets)\.json(\.new)?)$/

const folder = dataFolderOf(process.env)
const shown = relative('.', folder) || folder
try {
  refuseWhileRunning(folder)
  await endLeftovers(folder).catch(() => {}) // A damaged list is emptied with the rest.
  const found = existsSync(folder) ? readdirSync(folder) : []
  for (const name of found.filter(one => ours.test(one))) rmSync(join(folder, name), { recursive: true })
  const left = found.filter(one => !ours.test(one))
  if (found.length === 0) console.log(`Nothing to empty: ${shown} holds no data.`)
  else
    console.log(`Emptied ${shown}: accounts, cases, payments and mail of the demo are gone. npm start makes new ones.`)
  if (left.length > 0) console.log(`Left there, since it is not the portal’s: ${left.join(', ')}.`)
} catch (error) {
  console.error(`✗ ${error instanceof Problem ? error.message : `${shown} could not be emptied: ${reasonOf(error)}.`}`)
  process.exitCode = 1
}

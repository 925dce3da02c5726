import { cpSync, existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

const slug = process.argv[2] ?? ''
const agendas = fileURLToPath(new URL('../workflows/agendas/', import.meta.url))

/** Copies the neutral example under a new slug and adds its line to the registry. Says what to do next, or why it cannot. */
function newAgenda(): string {
  if (!/^[a-z][a-z0-9]*(-[a-z0-9]+)*$/.test(slug))
    return stop('Give the agenda a name in small letters with hyphens, for example: npm run new:agenda wedding-booking')
  if (existsSync(`${agendas}${slug}`))
    return stop(`There is an agenda ${slug} already: choose another name, or edit workflows/agendas/${slug}/.`)
  cpSync(`${agendas}_example`, `${agendas}${slug}`, { recursive: true })
  // recorded cases of the example are not cases of the new agenda
  rmSync(`${agendas}${slug}/histories`, { recursive: true, force: true })
  const file = `${agendas}${slug}/agenda.ts`
  writeFileSync(file, readFileSync(file, 'utf8').replace("id: '_example'", `id: '${slug}'`))
  register()
  return `workflows/agendas/${slug}/ is yours: edit agenda.ts and agenda.test.ts, then run npx vitest run workflows/agendas/${slug} and npm test.`
}

function register(): void {
  const registry = `${agendas}index.ts`
  const name = slug.replace(/-(.)/g, (_, letter: string) => letter.toUpperCase())
  const text = readFileSync(registry, 'utf8')
    .replace(
      "import example from './_example/agenda.ts'\n",
      line => `${line}import ${name} from './${slug}/agenda.ts'\n`,
    )
    .replace(', example]', `, ${name}, example]`)
  writeFileSync(registry, text)
}

function stop(why: string): string {
  process.exitCode = 1
  return why
}

console.log(newAgenda())

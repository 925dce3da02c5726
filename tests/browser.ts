import { execFileSync } from 'node:child_process'
import { existsSync, mkdirSync, mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { homedir } from 'node:os'
import { dirname, join } from 'node:path'
import { chromium, type Browser } from 'playwright-core'
import { cacheFolderOf } from '../dev/temporal-binary.ts'

/**
 * A real Chromium for tests, from the npm package @sparticuz/chromium (unpacked once into the cache folder), or the
 * system's own where the package has none for this machine. Speaks Czech; works as root.
 */
export async function launchBrowser(): Promise<Browser> {
  const { executablePath, env } = await findBrowser()
  return chromium.launch({
    executablePath,
    args: [
      ...['--headless', '--no-sandbox', '--disable-gpu', '--disable-dev-shm-usage', '--lang=cs'],
      // Nothing goes out of this machine but what a test asks for.
      ...['--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync'],
      ...['--disable-quic', '--disable-domain-reliability', '--no-pings', '--font-render-hinting=none'],
      // Pages are looked at once: what V8 would make of their scripts in the background comes too late for them.
      '--js-flags=--no-maglev --no-opt',
    ],
    env: { ...process.env, LANGUAGE: 'cs', ...env },
  })
}

interface Found {
  executablePath: string
  env: Record<string, string>
}
let found: Promise<Found> | undefined

function findBrowser(): Promise<Found> {
  return (found ??= unpacked())
}

const systems = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome']

async function unpacked(): Promise<Found> {
  const own = systems.find(path => existsSync(path))
  if (process.platform !== 'linux' || process.arch !== 'x64') {
    if (own) return { executablePath: own, env: {} }
    throw new Error(`There is no Chromium for ${process.platform}-${process.arch} in npm: install the system’s own.`)
  }
  const folder = join(cacheFolderOf(process.env), 'chromium-153')
  if (!existsSync(folder)) await unpackInto(folder)
  const executablePath = join(folder, 'chromium')
  const env: Record<string, string> = { HOME: process.env['HOME'] ?? homedir() }
  if (!existsSync('/etc/fonts/fonts.conf')) env['FONTCONFIG_FILE'] = join(folder, 'fonts.conf')
  if (lacksLibraries(executablePath)) env['LD_LIBRARY_PATH'] = join(folder, 'al2023', 'lib')
  return { executablePath, env }
}

/** The package unpacks where os.tmpdir() is; that is led to a folder aside, moved in place once it is whole. */
async function unpackInto(folder: string) {
  mkdirSync(dirname(folder), { recursive: true })
  const aside = mkdtempSync(`${folder}.`)
  const tmp = process.env['TMPDIR']
  process.env['TMPDIR'] = aside
  try {
    const { default: sparticuz, inflate } = await import('@sparticuz/chromium')
    const bin = join(dirname(createRequire(import.meta.url).resolve('@sparticuz/chromium')), '..', 'bin')
    await Promise.all([sparticuz.executablePath(), inflate(join(bin, 'al2023.tar.br'))])
    const [fonts, cache] = [join(folder, 'fonts'), join(folder, 'fonts-cache')]
    const config = `<?xml version="1.0"?><fontconfig><dir>${fonts}</dir><cachedir>${cache}</cachedir></fontconfig>`
    writeFileSync(join(aside, 'fonts.conf'), config)
    renameSync(aside, folder)
  } catch (error) {
    rmSync(aside, { recursive: true, force: true })
    if (!existsSync(folder)) throw error // Another run may have been first; then its copy is as good.
  } finally {
    if (tmp === undefined) delete process.env['TMPDIR']
    else process.env['TMPDIR'] = tmp
  }
}

/** Whether the system lacks a library (NSS, …) that Chromium is linked with; the package carries those too. */
function lacksLibraries(executable: string): boolean {
  try {
    return execFileSync('ldd', [executable], { encoding: 'utf8' }).includes('not found')
  } catch {
    return true
  }
}

import { createHash } from 'node:crypto'
import { readFile, stat } from 'node:fs/promises'
import { extname, join, normalize } from 'node:path'
import { promisify } from 'node:util'
import { brotliCompress, constants, gzip } from 'node:zlib'
import type { Request, Step } from '../state.ts'

interface Page {
  changed: number
  bytes: Buffer
  br: Buffer | undefined
  gzip: Buffer | undefined
  etag: string
}

const types: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.webmanifest': 'application/manifest+json; charset=utf-8',
  '.svg': 'image/svg+xml; charset=utf-8',
  '.txt': 'text/plain; charset=utf-8',
  '.png': 'image/png',
  '.jpg': 'image/jpeg',
  '.webp': 'image/webp',
  '.ico': 'image/x-icon',
  '.woff2': 'font/woff2',
}
const packable = /^(text\/|application\/|image\/svg)/

/**
 * Serves the built portal (`web/dist`): its files, and `index.html` in the right language for the front door and every page under /cs and /en.
 * Files with a hash in the name (`assets/`) are kept for a year; pages are asked for again each time.
 */
export function portal(folder: string): Step {
  const known = new Map<string, Page>()

  const pageOf = async (file: string, language?: string): Promise<Page | undefined> => {
    const found = await stat(file).catch(() => undefined)
    if (!found?.isFile()) return undefined
    const key = `${language ?? ''} ${file}`
    const old = known.get(key)
    if (old && old.changed === found.mtimeMs) return old
    const page = await packed(await readFile(file), found.mtimeMs, types[extname(file)] ?? '', language)
    known.set(key, page)
    return page
  }

  return async (ctx, next) => {
    if (ctx.method !== 'GET' && ctx.method !== 'HEAD') return next()
    if (ctx.path.startsWith('/api/') || ctx.path === '/api') return next()
    if (ctx.path === '/') ctx.vary('Accept-Language')
    const language = ctx.path === '/' ? spokenBy(ctx) : /^\/(cs|en)(?=\/|$)/.exec(ctx.path)?.[1]
    const file = language ? join(folder, 'index.html') : fileOf(folder, ctx.path)
    const page = file && types[extname(file)] ? await pageOf(file, language) : undefined
    if (!file || !page) return next()
    send(ctx, page, types[extname(file)] ?? '', ctx.path.startsWith('/assets/'))
  }
}

/** The front door has no language of its own: the portal leads on from there, to the language chosen last time if there is one. */
const spokenBy = (ctx: Request) => (ctx.acceptsLanguages('cs', 'sk', 'en') === 'en' ? 'en' : 'cs')

/** The file of an address, if it lies in the folder and its name hides nothing. */
function fileOf(folder: string, path: string): string | undefined {
  try {
    const name = normalize(decodeURIComponent(path))
    if (name.includes('\0') || name.includes('\\') || /(^|\/)\./.test(name)) return undefined
    return join(folder, name)
  } catch {
    return undefined
  }
}

async function packed(read: Buffer, changed: number, type: string, language: string | undefined): Promise<Page> {
  const bytes = language
    ? Buffer.from(read.toString('utf8').replace(/<html lang="[^"]*"/, `<html lang="${language}"`))
    : read
  const worth = packable.test(type) && bytes.length > 512
  const quality = { params: { [constants.BROTLI_PARAM_QUALITY]: 9 } }
  return {
    changed,
    bytes,
    br: worth ? await promisify(brotliCompress)(bytes, quality) : undefined,
    gzip: worth ? await promisify(gzip)(bytes, { level: 9 }) : undefined,
    etag: `"${createHash('sha256').update(bytes).digest('base64url').slice(0, 22)}"`,
  }
}

function send(ctx: Request, page: Page, type: string, forever: boolean) {
  ctx.status = 200
  ctx.set('Cache-Control', forever ? 'public, max-age=31536000, immutable' : 'no-cache')
  ctx.set('ETag', page.etag)
  ctx.vary('Accept-Encoding')
  if (ctx.fresh) {
    ctx.status = 304
    return
  }
  const coding = ctx.acceptsEncodings('br', 'gzip', 'identity')
  const content = (coding === 'br' && page.br) || (coding === 'gzip' && page.gzip) || page.bytes
  if (content !== page.bytes && typeof coding === 'string') ctx.set('Content-Encoding', coding)
  ctx.body = content
  ctx.set('Content-Type', type)
}

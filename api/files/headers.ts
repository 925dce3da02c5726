/** The header under which a browser shows a file itself and keeps it by its name (RFC 6266, RFC 8187). */
export function disposition(name: string): string {
  const ascii = name
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .replace(/[^\w. -]/g, '_')
  const encoded = encodeURIComponent(name).replace(
    /['()*]/g,
    sign => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`,
  )
  return `inline; filename="${ascii}"; filename*=UTF-8''${encoded}`
}

/** Papers are shown beside the submission in a frame of the portal itself, and do nothing but be shown; `more` ends the policy. */
export const inOwnFrame = (more = ''): Record<string, string> => ({
  'Content-Security-Policy': `default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'self'${more}`,
  'X-Frame-Options': 'SAMEORIGIN',
})

/**
 * How somebody's file is handed out: shown, so that a clerk reads it beside the submission, but able to do nothing at the portal's
 * address, should a browser ever take it for a page. A PDF is not sandboxed: viewers of Chromium and Safari then refuse it, and
 * what they show runs outside the address anyway.
 */
export const headersOf = ({ name, type }: { name: string; type: string }): Record<string, string> => ({
  'Content-Type': type,
  'Content-Disposition': disposition(name),
  ...inOwnFrame(type === 'application/pdf' ? '' : '; sandbox'),
  'Cache-Control': 'private, no-store',
})

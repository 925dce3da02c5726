import type { Html } from './html.ts'
import { html } from './html.ts'
import type { Language } from './texts.ts'
import { texts } from './texts.ts'

/** A whole page. `here` is its own address, for the switch of languages; leave it out where the page cannot be asked for again. */
export function layout(page: { language: Language; title: string; here?: URL; body: Html }): string {
  const t = texts[page.language]
  const other: Language = page.language === 'cs' ? 'en' : 'cs'
  return html`<!doctype html>
    <html lang="${page.language}">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>${page.title} – ${t.brand}</title>
        <link rel="stylesheet" href="/style.css" />
        <link rel="icon" href="data:," />
      </head>
      <body>
        <header>
          <div class="bar">
            <p class="brand"><span class="badge">DEMO</span> ${t.brand}</p>
            ${
              page.here &&
              html`<a
                class="language"
                lang="${other}"
                hreflang="${other}"
                href="${withQuery(page.here, { lang: other })}"
                >${t.otherLanguage}</a
              >`
            }
          </div>
          <p class="demo">${t.demo}</p>
        </header>
        <main>${page.body}</main>
      </body>
    </html> `.text
}

/** The address of this page with some parameters changed; undefined removes one. */
export function withQuery(here: URL, change: Record<string, string | undefined>): string {
  const query = new URLSearchParams(here.search)
  for (const [name, value] of Object.entries(change)) {
    if (value === undefined) query.delete(name)
    else query.set(name, value)
  }
  return `${here.pathname}?${query}`
}

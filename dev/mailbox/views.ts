import type { Html } from '../identity/pages/html.ts'
import { html } from '../identity/pages/html.ts'
import type { Mail, MailHeader } from './store.ts'

const time = new Intl.DateTimeFormat('cs-CZ', { dateStyle: 'medium', timeStyle: 'short', timeZone: 'Europe/Prague' })
const size = new Intl.NumberFormat('cs-CZ', { maximumFractionDigits: 1 })

/** All mails, or those for one address. */
export function listPage(mails: MailHeader[], to: string | undefined): string {
  return layout(
    'Doručené zprávy',
    html`
      <h1>Doručené zprávy</h1>
      <form class="search" method="get" action="/" role="search">
        <label for="to">Jen zprávy pro adresu</label>
        <input id="to" name="to" type="email" autocomplete="off" value="${to ?? ''}" />
        <button>Zobrazit</button>
        ${to && html`<a href="/">Všechny zprávy</a>`}
      </form>
      ${
        mails.length === 0
          ? empty(to)
          : html`<ul class="mails">
              ${mails.map(row)}
            </ul>`
      }
      ${
        mails.length > 0 &&
        html`<form method="post" action="/clear"><button class="quiet">Vyprázdnit schránku</button></form>`
      }
    `,
  )
}

function empty(to: string | undefined): Html {
  return to
    ? html`<p>Na adresu ${to} nic nepřišlo.</p>`
    : html`<p>Zatím nic nepřišlo. Jakmile portál pošle zprávu, najdete ji tady. <a href="/">Zkontrolovat znovu</a></p>`
}

function row(mail: MailHeader): Html {
  return html`<li>
    <a href="/mails/${mail.id}">${mail.subject || '(bez předmětu)'}</a>
    <span class="who">${mail.to.join(', ')}</span>
    <time datetime="${mail.receivedAt}">${time.format(new Date(mail.receivedAt))}</time>
  </li>`
}

/** One mail: headers, text, its HTML in a frame that runs nothing, attachments. */
export function mailPage(mail: Mail): string {
  return layout(
    mail.subject || '(bez předmětu)',
    html`
      <p><a href="/">← Všechny zprávy</a></p>
      <h1>${mail.subject || '(bez předmětu)'}</h1>
      <dl>
        <dt>Od</dt>
        <dd>${mail.author || mail.from}</dd>
        <dt>Komu</dt>
        <dd>${mail.to.join(', ')}</dd>
        <dt>Přišlo</dt>
        <dd>${time.format(new Date(mail.receivedAt))}</dd>
      </dl>
      ${attachmentList(mail)}
      ${
        mail.html !== undefined &&
        html`<h2>Zpráva</h2>
          <iframe
            src="/mails/${mail.id}/html"
            title="Obsah zprávy"
            sandbox="allow-popups allow-popups-to-escape-sandbox"
          ></iframe>`
      }
      ${
        mail.text !== undefined &&
        html`<h2>${mail.html === undefined ? 'Zpráva' : 'Totéž jako prostý text'}</h2>
          <div class="text">${withLinks(mail.text)}</div>`
      }
      <p><a href="/mails/${mail.id}/raw">Zdroj zprávy</a></p>
    `,
  )
}

function attachmentList(mail: Mail): Html | false {
  const shown = mail.attachments.map((attachment, index) => ({ ...attachment, index })).filter(({ inline }) => !inline)
  if (shown.length === 0) return false
  return html`<h2>Přílohy</h2>
    <ul>
      ${shown.map(
        ({ name, content, index }) =>
          html`<li>
            <a href="/mails/${mail.id}/attachments/${index}">${name}</a>
            (${size.format(Math.max(0.1, content.byteLength / 1024))} kB)
          </li>`,
      )}
    </ul>`
}

/** Plain text whose web addresses can be clicked; a full stop after an address is not part of it. */
function withLinks(text: string): Html[] {
  return text
    .split(/(https?:\/\/[^\s<>"]*[^\s<>".,;:!?)\]])/)
    .map((piece, i) =>
      i % 2 ? html`<a href="${piece}" target="_blank" rel="noreferrer">${piece}</a>` : html`${piece}`,
    )
}

/** For an address that leads nowhere. */
export function missingPage(): string {
  return layout(
    'Zpráva tu není',
    html`<h1>Zpráva tu není</h1>
      <p>Možná byla schránka mezitím vyprázdněna. <a href="/">Všechny zprávy</a></p>`,
  )
}

function layout(title: string, body: Html): string {
  return html`<!doctype html>
    <html lang="cs">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>${title} – Ukázková pošta</title>
        <link rel="stylesheet" href="/style.css" />
        <link rel="icon" href="data:," />
      </head>
      <body>
        <header>
          <p class="brand"><span class="badge">DEMO</span> Ukázková pošta</p>
          <p class="demo">Sem přicházejí všechny e-maily, které portál poslal. Skutečným lidem se žádný nedoručí.</p>
        </header>
        <main>${body}</main>
      </body>
    </html> `.text
}

import { testCards } from '../cards.ts'
import { formatAmount, type Language } from '../money.ts'
import type { LineItem, Session, StoredCard } from '../objects/types.ts'
import { empty, type Field, type Problems, type Typed } from './card-form.ts'
import { html, type Html } from './html.ts'
import { texts, type Texts } from './texts.ts'

export interface Setting {
  language: Language
  merchant: string
}

/** A problem above the form that belongs to no field, such as a refusal by the bank. */
export interface Refusal {
  reason: string
  field: Field | undefined
}

/** The form to pay a session; what was typed stays, but for the security code. */
export function payPage(
  setting: Setting,
  session: Session,
  lines: LineItem[],
  form: Typed = empty,
  problems: Problems = {},
  refusal?: Refusal,
): string {
  const t = texts[setting.language]
  const total = amount(session.amount_total, session, setting)
  const action = `/c/pay/${session.id}?lang=${setting.language}`
  const errors: Errors = {}
  for (const field of fields) if (problems[field]) errors[field] = t.problems[problems[field]]
  const reason = refusal && (t.declines[refusal.reason] ?? t.declines['generic_decline'])
  if (reason && refusal.field) errors[refusal.field] = reason
  const failed = Object.keys(errors).length > 0 || reason !== undefined
  const title = `${failed ? `${t.error}: ` : ''}${t.card} – ${total}`

  return page(
    setting,
    title,
    `/c/pay/${session.id}?lang=${t.other.language}`,
    html` <main class="columns">
      <section class="bill" aria-labelledby="summary">
        <p class="payee">${t.payTo}<br /><strong>${setting.merchant}</strong></p>
        <p class="sum">${total}</p>
        <h2 id="summary">${t.summary}</h2>
        ${bill(lines, session, setting)}
      </section>
      <section class="card" aria-labelledby="title">
        <h1 id="title">${t.card}</h1>
        ${session.custom_text.submit && html`<p>${session.custom_text.submit.message}</p>`}
        ${failed && summary(t, errors, reason)}
        <form id="pay" method="post" action="${action}" novalidate>
          ${input(t, 'number', form.number, errors, { label: t.number, hint: t.numberHint, complete: 'cc-number', keys: 'numeric' })}
          <div class="pair">
            ${input(t, 'expiry', form.expiry, errors, { label: t.expiry, hint: t.expiryHint, complete: 'cc-exp', keys: 'text' })}
            ${input(t, 'cvc', form.cvc, errors, { label: t.cvc, hint: t.cvcHint, complete: 'cc-csc', keys: 'numeric' })}
          </div>
          ${input(t, 'holder', form.holder, errors, { label: t.holder, hint: '', complete: 'cc-name', keys: 'text' })}
          <p class="actions">
            <button class="primary">${t.pay(total)}</button>
            ${session.cancel_url && html`<a class="button" href="${back(session.cancel_url, session)}">${t.back}</a>`}
          </p>
        </form>
      </section>
      ${cardList(t)}
    </main>`,
  )
}

/** The bank asks the payer to confirm the payment. */
export function bankPage(setting: Setting, session: Session, card: StoredCard): string {
  const t = texts[setting.language]
  const path = `/c/pay/${session.id}/authenticate`
  return page(
    setting,
    `${t.bankTitle} – ${t.bank}`,
    `${path}?lang=${t.other.language}`,
    html` <main class="narrow">
      <p class="bank">${t.bank}</p>
      <h1>${t.bankTitle}</h1>
      <dl>
        <dt>${t.payTo}</dt>
        <dd>${setting.merchant}</dd>
        <dt>${t.total}</dt>
        <dd class="sum">${amount(session.amount_total, session, setting)}</dd>
        <dt>${t.card}</dt>
        <dd>${t.cardEnding(card.last4)}</dd>
      </dl>
      <p>${t.bankText}</p>
      <form method="post" action="${path}?lang=${setting.language}">
        <p class="actions">
          <button class="primary" name="answer" value="approve">${t.approve}</button>
          <button class="button" name="answer" value="refuse">${t.refuse}</button>
        </p>
      </form>
    </main>`,
  )
}

/** A session that can no longer be paid says why, and leads back. */
export function closedPage(setting: Setting, session: Session): string {
  const t = texts[setting.language]
  const paid = session.status === 'complete'
  const link = paid ? session.success_url : (session.cancel_url ?? null)
  return notice(
    setting,
    paid ? t.paidTitle : t.expiredTitle,
    paid ? t.paidText : t.expiredText,
    `/c/pay/${session.id}`,
    html` ${link && html`<p class="actions"><a class="button primary" href="${back(link, session)}">${t.goBack}</a></p>`}`,
  )
}

/** The gateway's own front door: what it is, and its test cards. */
export function homePage(setting: Setting): string {
  const t = texts[setting.language]
  const cards = html`<ul class="plain">
    ${testCards.map(
      card =>
        html`<li>
          <span class="digits">${grouped(card.number)}</span> <span class="story">${t.stories[card.story]}</span>
        </li>`,
    )}
  </ul>`
  return notice(setting, t.homeTitle, t.homeText, '/', cards)
}

export function missingPage(setting: Setting, path: string): string {
  const t = texts[setting.language]
  return notice(setting, t.missingTitle, t.missingText, path, html``)
}

/** Where to return: the merchant's address with the session's id filled in. */
export const back = (url: string, session: Session): string => url.replaceAll('{CHECKOUT_SESSION_ID}', session.id)

type Errors = Partial<Record<Field, string>>
const fields = ['number', 'expiry', 'cvc', 'holder'] as const

const amount = (value: number | null, session: Session, setting: Setting) =>
  formatAmount(value ?? 0, session.currency ?? 'czk', setting.language)

function bill(lines: LineItem[], session: Session, setting: Setting): Html {
  return html`<table class="lines">
    <tbody>
      ${lines.map(
        line =>
          html`<tr>
            <th scope="row">
              ${(line.quantity ?? 1) > 1 && html`<span class="times">${line.quantity} ×</span> `}${line.description}
            </th>
            <td>${amount(line.amount_total, session, setting)}</td>
          </tr>`,
      )}
    </tbody>
    <tfoot>
      <tr>
        <th scope="row">${texts[setting.language].total}</th>
        <td>${amount(session.amount_total, session, setting)}</td>
      </tr>
    </tfoot>
  </table>`
}

function summary(t: Texts, errors: Errors, reason: string | undefined): Html {
  return html`<div class="problem" role="alert" tabindex="-1" autofocus>
    <h2>${reason ? t.declined : t.check}</h2>
    ${reason && html`<p>${reason}</p>`}
    ${
      !reason &&
      html`<ul>
        ${fields.map(field => errors[field] && html`<li><a href="#${field}">${errors[field]}</a></li>`)}
      </ul>`
    }
  </div>`
}

function input(
  t: Texts,
  field: Field,
  value: string,
  errors: Errors,
  is: { label: string; hint: string; complete: string; keys: 'numeric' | 'text' },
): Html {
  const error = errors[field]
  const described = [is.hint && `${field}-hint`, error && `${field}-error`].filter(Boolean).join(' ')
  return html`<div class="field${error ? ' wrong' : ''}">
    <label for="${field}">${is.label}</label>
    ${is.hint && html`<span class="hint" id="${field}-hint">${is.hint}</span>`}
    ${error && html`<span class="error" id="${field}-error"><span class="sr">${t.error}: </span>${error}</span>`}
    <input
      id="${field}"
      name="${field}"
      value="${value}"
      autocomplete="${is.complete}"
      inputmode="${is.keys}"
      required
      spellcheck="false"
      ${error && html` aria-invalid="true"`}${described && html` aria-describedby="${described}"`}
    />
  </div>`
}

function cardList(t: Texts): Html {
  return html`<aside class="cards" aria-labelledby="cards">
    <h2 id="cards">${t.cards}</h2>
    <p>${t.cardsNote}</p>
    <ul>
      ${testCards.map(
        card =>
          html`<li>
            <span
              ><span class="digits">${grouped(card.number)}</span>
              <span class="story">${t.stories[card.story]}</span></span
            >
            <button
              form="pay"
              name="fill"
              value="${card.number}"
              formnovalidate
              aria-label="${t.fillCard(grouped(card.number))}"
            >
              ${t.fill}
            </button>
          </li>`,
      )}
    </ul>
  </aside>`
}

/** A card number in groups, as it stands on the card: 4-4-4-4, with American Express 4-6-5. */
export const grouped = (number: string): string =>
  number.length === 15 ? number.replace(/^(.{4})(.{6})/, '$1 $2 ') : number.replace(/(\d{4})(?=\d)/g, '$1 ')

function notice(setting: Setting, title: string, text: string, path: string, more: Html): string {
  const other = texts[setting.language].other.language
  return page(
    setting,
    title,
    `${path}?lang=${other}`,
    html` <main class="narrow">
      <h1>${title}</h1>
      <p>${text}</p>
      ${more}
    </main>`,
  )
}

function page(setting: Setting, title: string, otherLanguage: string, content: Html): string {
  const t = texts[setting.language]
  return html`<!doctype html>
    <html lang="${setting.language}">
      <head>
        <meta charset="utf-8" />
        <title>${title} – ${setting.merchant}</title>
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="robots" content="noindex" />
        <link rel="stylesheet" href="/c/page.css" />
        <link rel="icon" type="image/svg+xml" href="/c/icon.svg" />
      </head>
      <body>
        <header>
          <p class="test"><strong>${t.testGateway}</strong> <span>${t.testGatewayNote}</span></p>
          <nav aria-label="${setting.language === 'cs' ? 'Jazyk' : 'Language'}">
            <a href="${otherLanguage}" lang="${t.other.language}" hreflang="${t.other.language}">${t.other.name}</a>
          </nav>
        </header>
        ${content}
        <footer><p>${t.footer}</p></footer>
      </body>
    </html>`.text
}

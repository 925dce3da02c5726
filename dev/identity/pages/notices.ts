import { html } from './html.ts'
import { layout } from './layout.ts'
import type { Language } from './texts.ts'
import { texts } from './texts.ts'

/** Something went wrong; `detail` is the provider's own wording, for developers. */
export function errorPage(language: Language, problem: { message?: string; detail?: string }): string {
  const t = texts[language]
  return layout({
    language,
    title: t.errorTitle,
    body: html`
      <h1>${t.errorTitle}</h1>
      ${problem.message && html`<p class="lead">${problem.message}</p>`}
      <p>${t.errorLead}</p>
      ${problem.detail && html`<p class="detail">${t.errorDetail}: <code>${problem.detail}</code></p>`}
    `,
  })
}

/** What a browser gets during an outage, with the way out of it. */
export function outagePage(language: Language): string {
  const t = texts[language]
  return layout({
    language,
    title: t.downTitle,
    body: html`
      <h1>${t.downTitle}</h1>
      <p class="lead">${t.downLead}</p>
      <form method="post" action="/_control/restore"><button>${t.restore}</button></form>
    `,
  })
}

/** The front door, for somebody who opens the provider's address. */
export function homePage(language: Language, here: URL, down: boolean): string {
  const t = texts[language]
  return layout({
    language,
    here,
    title: t.homeTitle,
    body: html`
      <h1>${t.homeTitle}</h1>
      <p class="lead">${t.homeLead}</p>
      ${
        down
          ? html`<p>${t.downTitle}. ${t.downLead}</p>
              <form method="post" action="/_control/restore"><button>${t.restore}</button></form>`
          : html`<p>${t.homeUp}</p>`
      }
    `,
  })
}

/** Asks before signing out when the service did not prove who asks for it (OpenID Connect RP-Initiated Logout § 2). */
export function logoutPage(language: Language, action: string, xsrf: string): string {
  const t = texts[language]
  return layout({
    language,
    title: t.logoutTitle,
    body: html`
      <h1>${t.logoutTitle}</h1>
      <p class="lead">${t.logoutLead}</p>
      <form method="post" action="${action}" class="buttons">
        <input type="hidden" name="xsrf" value="${xsrf}" />
        <button name="logout" value="yes">${t.logoutYes}</button>
        <button class="quiet">${t.logoutNo}</button>
      </form>
    `,
  })
}

/** After signing out, where the service gave no address to return to. */
export function loggedOutPage(language: Language): string {
  const t = texts[language]
  return layout({
    language,
    title: t.loggedOut,
    body: html`<h1>${t.loggedOut}</h1>
      <p class="lead">${t.loggedOutLead}</p>`,
  })
}

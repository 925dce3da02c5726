import { words } from './words.ts'

/** Words of the dialogs about the end of a session. */
export const sessionWords = words({
  warnTitle: { cs: 'Jste tu ještě?', en: 'Are you still there?' },
  warnText: {
    cs: 'Nějakou dobu jste nic nedělali. Aby se k vašim údajům nedostal nikdo cizí, brzy vás odhlásíme.',
    en: 'You have not done anything for a while. To keep strangers away from your data, we will sign you out soon.',
  },
  warnLeft: {
    cs: { one: 'Zbývá {n} minuta.', few: 'Zbývají {n} minuty.', other: 'Zbývá {n} minut.' },
    en: { one: '{n} minute left.', other: '{n} minutes left.' },
  },
  warnSoon: { cs: 'Zbývá méně než minuta.', en: 'Less than a minute left.' },
  stay: { cs: 'Zůstat v portálu', en: 'Stay signed in' },
  leave: { cs: 'Odhlásit se', en: 'Sign out' },
  expiredTitle: { cs: 'Přihlášení skončilo', en: 'Your session has ended' },
  expiredText: {
    cs: 'Dlouho jste nic nedělali, a proto jsme vás odhlásili. Co jste napsali, zůstalo na této stránce.',
    en: 'You have not done anything for a long time, so we signed you out. What you typed is still on this page.',
  },
  expiredHow: {
    cs: 'Přihlaste se v nové kartě a vraťte se sem. Budete pokračovat tam, kde jste skončili.',
    en: 'Sign in in a new tab and come back here. You will go on where you left off.',
  },
  signInTab: { cs: 'Přihlásit se v nové kartě', en: 'Sign in in a new tab' },
  finish: { cs: 'Skončit', en: 'Finish' },
})

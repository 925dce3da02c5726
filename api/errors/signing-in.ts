import type { Entry } from './entry.ts'

/** Signing in (přihlášení), sessions and passkeys. */
export const signInErrors = {
  'not-signed-in': {
    status: 401,
    title: { cs: 'Nejste přihlášeni', en: 'You are not signed in' },
    detail: {
      cs: 'Tato část portálu je jen pro přihlášené. Přihlaste se a pokračujte, kde jste skončili.',
      en: 'This part of the portal is only for people who are signed in. Sign in and go on where you stopped.',
    },
  },
  'session-expired': {
    status: 401,
    title: { cs: 'Přihlášení vypršelo', en: 'Your sign-in has expired' },
    detail: {
      cs: 'Dlouho jste nic neudělali, proto jsme vás odhlásili. Rozepsané údaje zůstaly uložené. Přihlaste se znovu.',
      en: 'You were inactive for a long time, so we signed you out. What you typed is saved. Sign in again.',
    },
  },
  'level-too-low': {
    status: 403,
    title: { cs: 'Potřebujeme silnější ověření', en: 'We need a stronger sign-in' },
    detail: {
      cs: 'Pro tento krok se přihlaste prostředkem s vyšší úrovní záruky, například bankovní identitou nebo eObčankou. Rozepsané údaje zůstanou uložené.',
      en: 'For this step, sign in by a means with a higher level of assurance, for example bank identity or eObčanka. What you typed stays saved.',
    },
  },
  'sign-in-not-fresh': {
    status: 403,
    title: { cs: 'Přihlaste se prosím znovu', en: 'Please sign in again' },
    detail: {
      cs: 'Přihlašovací klíč otevírá váš účet. Přidat ho proto jde jen do {minutes} minut po přihlášení. Nic se neztratilo, po přihlášení se sem vrátíte.',
      en: 'A passkey opens your account. That is why it can be added only within {minutes} minutes after signing in. Nothing is lost; after signing in you come back here.',
    },
  },
  'last-passkey': {
    status: 409,
    title: { cs: 'Jinak byste se nepřihlásili', en: 'You could not sign in any more' },
    detail: {
      cs: 'Je to váš jediný způsob přihlášení, proto jsme ho neodebrali. Nejdřív přidejte další klíč, nebo si zařiďte elektronickou identitu. Ztratili jste zařízení? Přijďte na přepážku.',
      en: 'This is your only way to sign in, so we have not removed it. Add another passkey first, or get an electronic identity. Have you lost the device? Come to the desk.',
    },
  },
  'passkey-expired': {
    status: 422,
    title: { cs: 'Trvalo to příliš dlouho', en: 'It took too long' },
    detail: {
      cs: 'Na potvrzení v zařízení je pět minut a každý pokus platí jednou. Nic se nestalo, začněte prosím znovu.',
      en: 'There are five minutes to confirm on the device, and each try counts once. Nothing has happened; please start again.',
    },
  },
  'passkey-unknown': {
    status: 422,
    title: { cs: 'Tento klíč portál nezná', en: 'The portal does not know this passkey' },
    detail: {
      cs: 'Klíč jste v portálu už odebrali, nebo patří jinam. Vyberte jiný, přihlaste se jinak, nebo přijďte na přepážku.',
      en: 'You have removed it from the portal, or it belongs elsewhere. Choose another one, sign in another way, or come to the desk.',
    },
  },
  'passkey-refused': {
    status: 422,
    title: { cs: 'Klíč se nepodařilo ověřit', en: 'The passkey could not be verified' },
    detail: {
      cs: 'Zařízení nepotvrdilo, že jste to vy, nebo odpovědělo jinak, než mělo. Nic se nezměnilo. Zkuste to znovu a potvrďte otiskem, obličejem nebo kódem.',
      en: 'The device did not confirm that it is you, or answered otherwise than it should. Nothing was changed. Try again and confirm with your fingerprint, face or PIN.',
    },
  },
} as const satisfies Record<string, Entry>

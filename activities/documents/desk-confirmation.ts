import type { TDocumentDefinitions } from 'pdfmake/interfaces.js'
import type { City } from '../../city/city.ts'
import { dayText, instantText, typeset, type Language } from '../../city/typeset.ts'
import { facts, frame, soft } from './frame.ts'

/** What the confirmation of an identity check at the desk says. Days `YYYY-MM-DD`, instants ISO 8601. */
export interface DeskConfirmation {
  name: string
  birthDate: string | null
  document: { kind: 'id-card' | 'passport' | 'residence-permit'; end: string }
  register: 'confirmed' | 'not-found' | 'several' | 'away'
  official: string
  at: string
  /** In groups, as the person will type it. */
  code: string
  validUntil: string
  /** Address of the portal. */
  portal: string
}

const words = {
  title: { cs: 'Potvrzení o ověření totožnosti', en: 'Confirmation of identity' },
  name: { cs: 'Jméno', en: 'Name' },
  birthDate: { cs: 'Datum narození', en: 'Date of birth' },
  document: { cs: 'Doklad', en: 'Document' },
  'id-card': { cs: 'občanský průkaz končící na {end}', en: 'identity card ending in {end}' },
  passport: { cs: 'cestovní pas končící na {end}', en: 'passport ending in {end}' },
  'residence-permit': { cs: 'povolení k pobytu končící na {end}', en: 'residence permit ending in {end}' },
  register: { cs: 'Registr obyvatel', en: 'Register of inhabitants' },
  confirmed: { cs: 'údaje souhlasí', en: 'the data agree' },
  'not-found': { cs: 'osobu nevede', en: 'does not know the person' },
  several: { cs: 'údajům odpovídá více osob', en: 'the data fit several people' },
  away: { cs: 'neodpovídal, údaje neověřeny', en: 'did not answer, the data are unchecked' },
  official: { cs: 'Ověřil(a)', en: 'Checked by' },
  at: { cs: 'Kdy', en: 'When' },
  code: { cs: 'Váš jednorázový kód', en: 'Your one-time code' },
  until: { cs: 'Platí do {until}. Použít jde jednou.', en: 'Valid until {until}. It can be used once.' },
  how: { cs: 'Co s ním', en: 'What to do with it' },
  withIdentity: {
    cs: 'Máte bankovní identitu, eObčanku nebo jinou elektronickou identitu? Přihlaste se na {portal} a kód zadejte ve svém profilu. Účet se spojí s tím, co jsme dnes ověřili.',
    en: 'Do you have bank identity, eObčanka or another electronic identity? Sign in at {portal} and enter the code in your profile. Your account will be linked with what we have checked today.',
  },
  withoutIdentity: {
    cs: 'Nemáte ji? Otevřete {page}, zadejte kód a datum narození a uložte si v telefonu nebo počítači přístupový klíč. Příště se přihlásíte otiskem prstu, obličejem nebo kódem zařízení.',
    en: 'You have none? Open {page}, enter the code and your date of birth, and save a passkey in your phone or computer. Next time you sign in with a fingerprint, your face or the device’s PIN.',
  },
  note: {
    cs: 'Kód nikomu neukazujte, ani úřadu ho nikdy nebudeme chtít po telefonu nebo e-mailem. Po pěti chybných zadáních přestane platit. Když ho ztratíte, přijďte si s dokladem pro nový; ten starý tím zrušíme.',
    en: 'Show the code to nobody; the office will never ask you for it by phone or e-mail. After five wrong tries it is void. If you lose it, come for a new one with your document; that cancels the old one.',
  },
} satisfies Record<string, Record<Language, string>>

/** The confirmation that the person takes home: what was checked, and the one-time code that opens the portal to them. */
export function deskConfirmation(city: City, it: DeskConfirmation, language: Language): TDocumentDefinitions {
  const t = (key: keyof typeof words, values: Record<string, string> = {}) =>
    typeset(
      words[key][language].replace(/\{(\w+)\}/g, (_, name: string) => values[name] ?? ''),
      language,
    )
  const address = it.portal.replace(/^https?:\/\//, '')
  const point = (text: string) => ({ text, margin: [0, 0, 0, 6] as [number, number, number, number] })
  return frame(city, t('title'), language, [
    facts([
      [t('name'), it.name],
      ...(it.birthDate === null ? [] : [[t('birthDate'), dayText(it.birthDate, language)] as [string, string]]),
      [t('document'), t(it.document.kind, { end: it.document.end })],
      [t('register'), t(it.register)],
      [t('official'), it.official],
      [t('at'), instantText(it.at, language)],
    ]),
    { text: t('code'), color: soft },
    { text: it.code, fontSize: 26, bold: true, characterSpacing: 2, margin: [0, 2, 0, 2], noWrap: true },
    { text: t('until', { until: instantText(it.validUntil, language) }), margin: [0, 0, 0, 24] },
    { text: t('how'), fontSize: 13, bold: true, margin: [0, 0, 0, 8] },
    {
      ul: [
        point(t('withIdentity', { portal: `${address}/${language}` })),
        point(t('withoutIdentity', { page: `${address}/${language}/signing-in/desk` })),
      ],
    },
    { text: t('note'), color: soft, margin: [0, 14, 0, 0] },
  ])
}

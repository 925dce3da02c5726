import type { City } from '../../city/city.ts'
import { dayText, money, typeset, type Language } from '../../city/typeset.ts'
import type { RemindedDebt } from './rows.ts'

const words = {
  soon: { cs: 'Připomínka: blíží se splatnost', en: 'Reminder: payments are due soon' },
  late: { cs: 'Připomínka: platba po splatnosti', en: 'Reminder: a payment is overdue' },
  greeting: { cs: 'Dobrý den,', en: 'Good day,' },
  soonIntro: { cs: 'brzy je splatné:', en: 'soon to be paid:' },
  lateIntro: {
    cs: 'k dnešku nevidíme zaplaceno (pokud jste zaplatili v posledních dnech, platba je na cestě a nic dalšího nedělejte):',
    en: 'not paid as far as we can see today (if you have paid in the last days, the payment is on its way and you need not do anything):',
  },
  due: { cs: 'splatnost', en: 'due' },
  symbol: { cs: 'variabilní symbol', en: 'variable symbol' },
  owedBy: { cs: 'dlužník', en: 'owed by' },
  pay: { cs: 'Zaplatit jedním kliknutím (s přihlášením i bez něj):', en: 'Pay with one click (signed in or not):' },
  safe: {
    cs: 'Odkaz vede na portál města. Na údaje karty se ptáme až na stránce platební brány, nikdy v e-mailu.',
    en: 'The link leads to the city’s portal. The card is asked for on the payment gateway’s page alone, never by e-mail.',
  },
  stop: {
    cs: 'Nechcete tyto připomínky dostávat? Vypněte je bez přihlášení:',
    en: 'No more of these reminders? Turn them off without signing in:',
  },
  foot: {
    cs: 'Na tuto zprávu neodpovídejte, odesílá ji portál.',
    en: 'Please do not reply, this message was sent by the portal.',
  },
} satisfies Record<string, Record<Language, string>>

/** What somebody is reminded of, as a mail: what is late first, then what is due soon; one link to pay it all, one to hear no more. */
export function reminderLetter(
  city: City,
  { debts, payUrl, stopUrl }: { debts: readonly RemindedDebt[]; payUrl: string; stopUrl: string },
  language: Language,
): { subject: string; text: string } {
  const t = (key: keyof typeof words) => words[key][language]
  const line = ({ description, debtor, own, due, amount, symbol }: RemindedDebt) =>
    `– ${description[language]}: ${money(amount, language)}, ${t('due')} ${dayText(due, language)}, ${t('symbol')} ${symbol}` +
    (own ? '' : ` (${t('owedBy')}: ${debtor})`)
  const part = (kind: RemindedDebt['kind'], intro: string) => {
    const lines = debts.filter(debt => debt.kind === kind).map(line)
    return lines.length > 0 ? [[intro, ...lines].join('\n')] : []
  }
  const late = debts.some(({ kind }) => kind === 'after')
  const body = [
    t('greeting'),
    ...part('after', t('lateIntro')),
    ...part('before', t('soonIntro')),
    `${t('pay')}\n${payUrl}`,
    t('safe'),
    `${t('stop')}\n${stopUrl}`,
    `${city.authority[language]}, tel. ${city.phone.replace(/^(\+420)(\d{3})(\d{3})(\d{3})$/, '$1 $2 $3 $4')}\n${t('foot')}`,
  ]
  return { subject: typeset(t(late ? 'late' : 'soon'), language), text: `${typeset(body.join('\n\n'), language)}\n` }
}

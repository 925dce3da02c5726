import type { DefinitionContent } from '../../db/tables/cases.ts'

type Text = DefinitionContent['texts'][string]

/** Messages of the house itself, which may come in any case: no agenda writes them. Their names begin with `house/`. */
const texts = {
  'house/note': {
    subject: { cs: 'Úřad vám napsal', en: 'The town hall has written to you' },
    body: {
      cs: '{from} vám k vašemu podání píše:\n\n{text}\n\nOdpovědět můžete přímo v podání na portálu. Pokud jsou ke zprávě přiložené soubory, najdete je tam také.',
      en: '{from} writes to you about your submission:\n\n{text}\n\nYou can answer in the submission on the portal. If there are files attached to the message, you find them there, too.',
    },
  },
  'house/mandate-revoked': {
    subject: { cs: 'Zmocnění bylo odvoláno', en: 'The mandate has been revoked' },
    body: {
      cs: 'Zmocnění, podle kterého za zmocnitele ({principal}) jednal zmocněnec ({agent}), bylo odvoláno a od té chvíle neplatí. Co bylo uděláno předtím, zůstává v platnosti. {reason}',
      en: 'The mandate under which the agent ({agent}) acted for the principal ({principal}) has been revoked and does not hold from that moment. What was done before stands. {reason}',
    },
  },
  'house/mandate-notice': {
    subject: { cs: 'Zmocněnec zmocnění vypověděl', en: 'The agent has given notice' },
    body: {
      cs: 'Zmocněnec ({agent}) vypověděl zmocnění a za zmocnitele ({principal}) už nejedná. Co udělal předtím, zůstává v platnosti. {reason}',
      en: 'The agent ({agent}) has given notice of the mandate and does not act for the principal ({principal}) any more. What they did before stands. {reason}',
    },
  },
  'house/mandate-expired': {
    subject: { cs: 'Platnost zmocnění skončila', en: 'The mandate has ended' },
    body: {
      cs: 'Poslední den zmocnění uplynul: {agent} už za zmocnitele ({principal}) nejedná. Co bylo uděláno předtím, zůstává v platnosti.',
      en: 'The last day of the mandate has passed: {agent} does not act for the principal ({principal}) any more. What was done before stands.',
    },
  },
  'house/mandate-gone': {
    subject: { cs: 'Zastoupení podle registru skončilo', en: 'Representation has ended according to the register' },
    body: {
      cs: 'Registr už neuvádí, že {agent} jedná za: {principal}. Co bylo uděláno předtím, zůstává v platnosti.',
      en: 'The register no longer says that {agent} acts for {principal}. What was done before stands.',
    },
  },
  'house/case-frozen': {
    subject: { cs: 'Podání čeká na vás', en: 'The case waits for you' },
    body: {
      cs: 'Toto podání za zmocnitele ({principal}) vedl zmocněnec ({agent}), jehož zmocnění skončilo. Podání trvá a lhůty běží dál: pokračujte v něm prosím sami, nebo zmocněte někoho jiného.',
      en: 'This case was led for the principal ({principal}) by the agent ({agent}), whose mandate has ended. The case stands and its time limits run: please go on with it yourself, or authorise somebody else.',
    },
  },
  'house/payment-stopped': {
    subject: { cs: 'Placení zmocněncem jsme zastavili', en: 'We have stopped a payment by the agent' },
    body: {
      cs: 'Zmocnění, podle kterého platil zmocněnec ({agent}) závazky zmocnitele ({principal}), skončilo dřív, než zaplatil. Platební stránku jsme zavřeli, nic se nestrhlo a závazky jsou dál k zaplacení.',
      en: 'The mandate under which the agent ({agent}) was paying what the principal ({principal}) owes ended before they paid. We have closed the payment page, nothing was charged, and the debts are still to be paid.',
    },
  },
  'house/refunded': {
    subject: { cs: 'Vracíme vám peníze', en: 'Your money is on its way back' },
    body: {
      cs: 'Odeslali jsme {sum} zpět na kartu, kterou jste platili. Na účtu je budete mít obvykle do deseti dnů, záleží na vaší bance. Nic nemusíte dělat.',
      en: 'We have sent {sum} back to the card you paid with. They will usually be on your account within ten days, depending on your bank. You need not do anything.',
    },
  },
  'house/refund-failed': {
    subject: { cs: 'Peníze se na kartu vrátit nepodařilo', en: 'The money could not go back to the card' },
    body: {
      cs: 'Chtěli jsme vám vrátit {sum} na kartu, kterou jste platili, ale banka je nepřijala (karta už třeba neplatí). O peníze jste nepřišli, evidujeme je jako váš přeplatek. Požádejte prosím na portálu o vrácení přeplatku na účet.',
      en: 'We tried to give {sum} back to the card you paid with, but the bank did not take them (the card may have expired). Your money is not lost, we keep it as your overpayment. Please ask for a refund to your account on the portal.',
    },
  },
} as const satisfies Readonly<Record<string, Text>>
export type HouseText = keyof typeof texts
const isHouse = (name: string): name is HouseText => Object.hasOwn(texts, name)

/** The text of a message in a case, by its name: the agenda's own, or the house's. */
export const textOf = (content: Pick<DefinitionContent, 'texts'>, name: string): Text | undefined =>
  isHouse(name) ? texts[name] : content.texts[name]

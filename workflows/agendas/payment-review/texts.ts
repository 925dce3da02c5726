/** Words of the agenda `payment-review`. */
export const title = { cs: 'Prověření platby', en: 'Review of a payment' }

export const reasons = {
  late: { cs: 'Zpráva o platbě přišla po uzavření případu', en: 'News of the payment came after the case had closed' },
  dispute: { cs: 'Plátce platbu u banky rozporuje', en: 'The payer disputes the payment with the bank' },
  'dispute-lost': { cs: 'Banka platbu vrátila plátci', en: 'The bank gave the payment back to the payer' },
  'dispute-won': { cs: 'Banka spor o platbu zamítla', en: 'The bank turned the dispute down' },
  refund: { cs: 'Platba byla v bráně vrácena', en: 'The payment was refunded at the gateway' },
  'refund-failed': { cs: 'Banka plátce vrácené peníze nepřijala', en: 'The payer’s bank did not take the refund' },
}

export const steps = {
  notice: { cs: 'Oznámení', en: 'Notice' },
  review: { cs: 'Prověření platby', en: 'Review of the payment' },
  confirmation: { cs: 'Potvrzení vrácení peněz', en: 'Confirmation of the refund' },
}

export const texts = {
  received: {
    subject: { cs: 'Prověřujeme vaši platbu', en: 'We are reviewing your payment' },
    body: {
      cs: 'Od banky nebo platební brány jsme dostali o vaší platbě zprávu, kterou musí posoudit člověk. Nic nemusíte dělat, dáme vám vědět.',
      en: 'We have received news of your payment from the bank or the gateway which a person must look at. You need not do anything, we will let you know.',
    },
  },
  'charged-back': {
    subject: { cs: 'Banka vám platbu vrátila', en: 'The bank has given your payment back' },
    body: {
      cs: 'Vaše banka vám na základě reklamace vrátila {amount:money}. Závazky, které tato platba uhradila, jsou proto znovu k zaplacení; najdete je v přehledu závazků. Pokud jste platbu nereklamovali, ozvěte se prosím nám i své bance.',
      en: 'After a complaint your bank has given {amount:money} back to you. The debts which the payment had settled are therefore to be paid again; you find them among your liabilities. If you did not complain, please contact us and your bank.',
    },
  },
  'dispute-won': {
    subject: { cs: 'Platba zůstává v platnosti', en: 'The payment stands' },
    body: {
      cs: 'Vaše banka reklamaci platby zamítla. Platba zůstává zapsaná k vašim závazkům a nic nemusíte dělat.',
      en: 'Your bank has turned the complaint about the payment down. The payment stays recorded against your debts, and you need not do anything.',
    },
  },
  'refund-failed': {
    subject: { cs: 'Peníze se na kartu vrátit nepodařilo', en: 'The money could not go back to the card' },
    body: {
      cs: 'Peníze {amount:money}, které jsme vám vraceli na kartu, vaše banka nepřijala (karta už třeba neplatí). O nic jste nepřišli, evidujeme je jako váš přeplatek. Požádejte prosím na portálu o vrácení přeplatku na účet.',
      en: 'The {amount:money} which we were giving back to your card were not taken by your bank (the card may have expired). Nothing is lost, we keep them as your overpayment. Please ask for a refund to your account on the portal.',
    },
  },
  reviewed: {
    subject: { cs: 'Vaši platbu jsme prověřili', en: 'We have reviewed your payment' },
    body: { cs: '{words}', en: '{words}' },
  },
}

export const outcomes = {
  reviewed: { cs: 'prověřeno', en: 'reviewed' },
  won: { cs: 'platba zůstává', en: 'the payment stands' },
  nothing: { cs: 'nic k řešení', en: 'nothing to settle' },
}

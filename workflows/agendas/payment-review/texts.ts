/** Words of the agenda `payment-review`. */
export const title = { cs: 'Prověření platby', en: 'Review of a payment' }

export const reasons = {
  late: { cs: 'Zpráva o platbě přišla po uzavření případu', en: 'News of the payment came after the case had closed' },
  dispute: { cs: 'Plátce platbu u banky rozporuje', en: 'The payer disputes the payment with the bank' },
  'dispute-lost': { cs: 'Banka platbu vrátila plátci', en: 'The bank gave the payment back to the payer' },
  'dispute-won': { cs: 'Banka spor o platbu zamítla', en: 'The bank turned the dispute down' },
  refund: { cs: 'Platba byla v bráně vrácena', en: 'The payment was refunded at the gateway' },
  'refund-failed': { cs: 'Banka plátce vrácené peníze nepřijala', en: 'The payer’s bank did not take the refund' },
  'transfer-returned': { cs: 'Vratka poslaná převodem se vrátila', en: 'A refund sent by transfer has come back' },
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
  'transfer-returned': {
    subject: { cs: 'Peníze se nám z vašeho účtu vrátily', en: 'The money has come back to us from your account' },
    body: {
      cs: 'Poslali jsme vám {amount:money} na účet {account}, ale banka nám je vrátila (účet už třeba neexistuje). O nic jste nepřišli, evidujeme je zase jako váš přeplatek. Požádejte prosím na portálu o vrácení na jiný účet.',
      en: 'We sent {amount:money} to your account {account}, but the bank gave them back to us (the account may exist no more). Nothing is lost, we keep them as your overpayment again. Please ask on the portal for a refund to another account.',
    },
  },
  reviewed: {
    subject: { cs: 'Vaši platbu jsme prověřili', en: 'We have reviewed your payment' },
    body: { cs: '{words}', en: '{words}' },
  },
}

export const outcomes = {
  reviewed: { cs: 'prověřeno', en: 'reviewed' },
  'came-back': { cs: 'peníze se vrátily městu', en: 'the money came back to the city' },
  won: { cs: 'platba zůstává', en: 'the payment stands' },
  nothing: { cs: 'nic k řešení', en: 'nothing to settle' },
}

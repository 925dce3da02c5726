/** Words of the agenda `overpayment-refund`. */
export const title = { cs: 'Vrácení přeplatku', en: 'Refund of an overpayment' }

export const steps = {
  request: { cs: 'Žádost', en: 'Request' },
  review: { cs: 'Posouzení žádosti', en: 'Review of the request' },
  confirmation: { cs: 'Potvrzení vrácení peněz', en: 'Confirmation of the refund' },
  transfer: { cs: 'Příkaz v bance', en: 'Order in the bank' },
  account: { cs: 'Jiný účet', en: 'Another account' },
}

export const texts = {
  received: {
    subject: { cs: 'Vyřizujeme vrácení přeplatku', en: 'We are working on your refund' },
    body: {
      cs: 'Žádáte o vrácení {amount:money} z platby ze dne {paidOn:day}. Rozhodneme nejpozději do 30 dnů a napíšeme vám.',
      en: 'You ask for {amount:money} back from the payment of {paidOn:day}. We will decide within 30 days and write to you.',
    },
  },
  used: {
    subject: { cs: 'Přeplatek jsme použili na váš nedoplatek', en: 'The overpayment was used for what you owe' },
    body: {
      cs: 'Než přeplatek vrátíme, musíme ho použít na to, co je po splatnosti (§ 154 daňového řádu). Použili jsme {amount:money}; podrobnosti najdete v přehledu závazků.',
      en: 'Before an overpayment goes back it must be used for what is overdue (section 154 of the Tax Code). We have used {amount:money}; you find the details among your liabilities.',
    },
  },
  nothing: {
    subject: { cs: 'Nezbývá nic k vrácení', en: 'Nothing is left to give back' },
    body: {
      cs: 'Přeplatek se už celý použil na vaše závazky, nebo se vrátil dříve. Podrobnosti najdete v přehledu závazků.',
      en: 'The overpayment has been used for your debts as a whole, or it went back before. You find the details among your liabilities.',
    },
  },
  small: {
    subject: { cs: 'Tak malý přeplatek se nevrací', en: 'So small an overpayment is not given back' },
    body: {
      cs: 'Zbývá {amount:money}. Přeplatek na poplatcích a pokutách se na žádost vrací, jen když je vyšší než {limit:money} (§ 155 daňového řádu). Peníze u nás zůstávají a použijí se na vaši příští platbu.',
      en: '{amount:money} is left. An overpayment of fees and fines is given back on request only above {limit:money} (section 155 of the Tax Code). The money stays with us and is used for your next payment.',
    },
  },
  refused: {
    subject: { cs: 'Přeplatek nevracíme', en: 'The overpayment is not given back' },
    body: { cs: '{words}', en: '{words}' },
  },
  sent: {
    subject: { cs: 'Peníze jsou na cestě', en: 'The money is on its way' },
    body: {
      cs: 'Příkaz k vrácení {amount:money} na účet {account} jsme zadali v bance. Peníze přijdou obvykle do dvou pracovních dnů.',
      en: 'We have ordered the bank to send {amount:money} to the account {account}. The money usually comes within two working days.',
    },
  },
  'wrong-account': {
    subject: { cs: 'Na tento účet peníze poslat nejde', en: 'The money cannot be sent to this account' },
    body: {
      cs: 'Banka peníze na účet {account} neposlala, nebo nám je vrátila. O nic jste nepřišli. Napište nám prosím do 60 dnů jiný účet, přímo v této žádosti.',
      en: 'The bank did not send the money to the account {account}, or gave it back to us. Nothing is lost. Please tell us another account within 60 days, right in this request.',
    },
  },
}

export const outcomes = {
  sent: { cs: 'vráceno na účet', en: 'sent to the account' },
  used: { cs: 'použito na nedoplatek', en: 'used for what was overdue' },
  kept: { cs: 'zůstává jako přeplatek', en: 'kept as an overpayment' },
}

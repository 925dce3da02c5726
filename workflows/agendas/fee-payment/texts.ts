/** Words of the agenda `fee-payment`. */
export const title = { cs: 'Úhrada závazků kartou', en: 'Card payment of what you owe' }

export const steps = {
  basket: { cs: 'Co zaplatit', en: 'What to pay' },
  payment: { cs: 'Platba kartou', en: 'Card payment' },
  review: { cs: 'Posouzení přeplatku', en: 'Review of the overpayment' },
  confirmation: { cs: 'Potvrzení vrácení peněz', en: 'Confirmation of the refund' },
}

export const texts = {
  changed: {
    subject: { cs: 'Závazek se mezitím změnil', en: 'The debt has changed meanwhile' },
    body: {
      cs: 'Některý ze závazků, které jste chtěli zaplatit, už neplatí v té výši, kterou jste viděli, nebo ho právě platí jiná platba. Nic jsme vám nestrhli. Otevřete prosím přehled závazků a vyberte znovu.',
      en: 'One of the debts you wanted to pay is no longer owed as you saw it, or another payment is paying it now. We have charged nothing. Please open your liabilities and choose again.',
    },
  },
  'mandate-ended': {
    subject: { cs: 'Oprávnění platit skončilo', en: 'The right to pay has ended' },
    body: {
      cs: 'Zmocnění, podle kterého jste za někoho platili, mezitím skončilo, nebo tuto platbu nedovoluje. Platební stránku jsme zavřeli a nic jsme vám nestrhli. Ostatní závazky můžete vybrat a zaplatit znovu.',
      en: 'The mandate under which you were paying for somebody has ended meanwhile, or does not allow this payment. We have closed the payment page and charged nothing. You can choose the other debts and pay them again.',
    },
  },
  paid: {
    subject: { cs: 'Platbu jsme přijali', en: 'We have received your payment' },
    body: {
      cs: 'Přijali jsme platbu {amount:money} a zapsali ji k vašim závazkům. Potvrzení o platbě je v příloze. Na účet města bude připsána během několika pracovních dnů.',
      en: 'We have received {amount:money} and recorded it against your debts. The receipt is attached. The money will be credited to the city’s account within a few working days.',
    },
  },
  held: {
    subject: { cs: 'Platba přišla v jiné měně', en: 'The payment came in another currency' },
    body: {
      cs: 'Platební brána nám ohlásila platbu {sum}. Závazky vůči městu jsou v korunách, proto jsme jí nic neuhradili a peníze vám vrátíme na kartu, jakmile to úředník potvrdí. Závazky můžete zaplatit znovu.',
      en: 'The payment gateway has reported a payment of {sum}. Debts to the city are in Czech crowns, so nothing was settled by it; the money will go back to your card as soon as an official confirms it. You can pay the debts again.',
    },
  },
  used: {
    subject: { cs: 'Přeplatek jsme použili na další závazky', en: 'The overpayment was used for other debts' },
    body: {
      cs: 'Z přeplatku jsme {amount:money} použili na další vaše závazky. {words}',
      en: 'Of the overpayment {amount:money} was used for other debts of yours. {words}',
    },
  },
  reviewed: {
    subject: { cs: 'Vaši platbu jsme posoudili', en: 'We have reviewed your payment' },
    body: { cs: '{words}', en: '{words}' },
  },
}

export const outcomes = {
  paid: { cs: 'zaplaceno', en: 'paid' },
  returned: { cs: 'vráceno plátci', en: 'returned to the payer' },
  changed: { cs: 'nezaplaceno, závazek se změnil', en: 'not paid, the debt changed' },
  'mandate-ended': { cs: 'nezaplaceno, zmocnění skončilo', en: 'not paid, the mandate ended' },
}

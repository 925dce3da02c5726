/** Words of the agenda `slip-payment`. They go to somebody of whom nothing is known but that they hold the slip. */
export const title = { cs: 'Úhrada složenky bez přihlášení', en: 'Payment of a slip without signing in' }

export const steps = {
  slip: { cs: 'Údaje ze složenky', en: 'What the slip says' },
  payment: { cs: 'Platba kartou', en: 'Card payment' },
  review: { cs: 'Posouzení přeplatku', en: 'Review of the overpayment' },
  confirmation: { cs: 'Potvrzení vrácení peněz', en: 'Confirmation of the refund' },
}

export const texts = {
  changed: {
    subject: { cs: 'Složenku se zaplatit nepodařilo', en: 'The slip could not be paid' },
    body: {
      cs: 'Platbu s variabilním symbolem {symbol} jsme nepřijali: údaje, které jste zadali, mezitím přestaly platit, nebo ji právě platí někdo jiný. Nic jsme vám nestrhli.',
      en: 'We have not taken the payment with the variable symbol {symbol}: what you entered has ceased to hold meanwhile, or somebody else is paying it now. We have charged nothing.',
    },
  },
  paid: {
    subject: { cs: 'Platbu jsme přijali', en: 'We have received your payment' },
    body: {
      cs: 'Přijali jsme platbu {amount:money} s variabilním symbolem {symbol}. Potvrzení o platbě je v příloze. Na účet města bude připsána během několika pracovních dnů.',
      en: 'We have received {amount:money} with the variable symbol {symbol}. The receipt is attached. The money will be credited to the city’s account within a few working days.',
    },
  },
  held: {
    subject: { cs: 'Platba přišla v jiné měně', en: 'The payment came in another currency' },
    body: {
      cs: 'Platební brána nám ohlásila platbu {sum} s variabilním symbolem {symbol}. Platby městu jsou v korunách, proto jsme jí nic neuhradili a peníze vám vrátíme na kartu, jakmile to úředník potvrdí. Složenku můžete zaplatit znovu.',
      en: 'The payment gateway has reported a payment of {sum} with the variable symbol {symbol}. Payments to the city are in Czech crowns, so nothing was settled by it; the money will go back to your card as soon as an official confirms it. You can pay the slip again.',
    },
  },
  reviewed: {
    subject: { cs: 'Vaši platbu jsme posoudili', en: 'We have reviewed your payment' },
    body: { cs: '{words}', en: '{words}' },
  },
}

export const outcomes = {
  returned: { cs: 'vráceno na kartu', en: 'given back to the card' },
  paid: { cs: 'zaplaceno', en: 'paid' },
  changed: { cs: 'nezaplaceno, údaje přestaly platit', en: 'not paid, what was entered ceased to hold' },
}

/** Words of the agenda `slip-payment`. They go to somebody of whom nothing is known but that they hold the slip. */
export const title = { cs: 'Úhrada složenky bez přihlášení', en: 'Payment of a slip without signing in' }

export const steps = {
  slip: { cs: 'Údaje ze složenky', en: 'What the slip says' },
  payment: { cs: 'Platba kartou', en: 'Card payment' },
  review: { cs: 'Posouzení přeplatku', en: 'Review of the overpayment' },
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
  reviewed: {
    subject: { cs: 'Vaši platbu jsme posoudili', en: 'We have reviewed your payment' },
    body: { cs: '{words}', en: '{words}' },
  },
}

export const outcomes = {
  paid: { cs: 'zaplaceno', en: 'paid' },
  changed: { cs: 'nezaplaceno, údaje přestaly platit', en: 'not paid, what was entered ceased to hold' },
}

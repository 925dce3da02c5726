/** Words of the agenda `instalments`. */
export const title = { cs: 'Žádost o splátky', en: 'Request to pay in instalments' }

export const steps = {
  request: { cs: 'Žádost', en: 'Request' },
  decision: { cs: 'Rozhodnutí o splátkách', en: 'Decision about the instalments' },
  approval: { cs: 'Schválení druhým pracovníkem', en: 'Approval by a second official' },
}

export const texts = {
  received: {
    subject: { cs: 'Žádost o splátky jsme přijali', en: 'We have received your request' },
    body: {
      cs: 'Žádáte o rozložení závazku č. {number}, na kterém zbývá {amount:money}, na {count} měsíčních splátek od {first:day}. O výsledku vám napíšeme. Do rozhodnutí platí původní splatnost.',
      en: 'You ask to pay debt No. {number}, of which {amount:money} is left, in {count} monthly instalments from {first:day}. We will write to you with the result. Until then the original due day holds.',
    },
  },
  granted: {
    subject: { cs: 'Splátky jsou povolené', en: 'The instalments are granted' },
    body: {
      cs: 'Závazek č. {number} můžete platit v {count} měsíčních splátkách, první do {first:day}, poslední do {last:day}. Rozhodnutí je v příloze, splátky najdete u závazku a v kalendáři plateb. Neuhradíte-li některou splátku včas, je splatný celý zbytek najednou.',
      en: 'You may pay debt No. {number} in {count} monthly instalments, the first by {first:day}, the last by {last:day}. The decision is attached; you find the instalments at the debt and in the calendar of payments. If an instalment is not paid in time, all that is left is due at once.',
    },
  },
  refused: {
    subject: { cs: 'Splátky jsme nepovolili', en: 'The instalments were not granted' },
    body: {
      cs: 'Žádosti o splátky závazku č. {number} jsme nevyhověli: {reasons} Rozhodnutí je v příloze. Platí původní splatnost.',
      en: 'We have not granted instalments of debt No. {number}: {reasons} The decision is attached. The original due day holds.',
    },
  },
  impossible: {
    subject: { cs: 'Závazek už na splátky rozložit nejde', en: 'The debt can no longer be paid in instalments' },
    body: {
      cs: 'Závazek č. {number} se mezitím změnil: je zaplacený, vymáhá se, nebo už na splátky rozložený je. Podívejte se prosím do přehledu plateb.',
      en: 'Debt No. {number} has changed meanwhile: it is paid, enforced, or spread over instalments already. Please look among your payments.',
    },
  },
  kept: {
    subject: { cs: 'Všechny splátky jsou zaplacené', en: 'All instalments are paid' },
    body: { cs: 'Závazek č. {number} je splacený. Děkujeme.', en: 'Debt No. {number} is paid off. Thank you.' },
  },
  missed: {
    subject: {
      cs: 'Splátka nepřišla, splatný je celý zbytek',
      en: 'An instalment is missing: all that is left is due',
    },
    body: {
      cs: 'Splátku závazku č. {number} splatnou {due:day} jsme nedostali celou. Podle rozhodnutí je tím splatný celý zbytek {left:money} najednou. Zaplaťte ho prosím co nejdřív v přehledu plateb. Pokud jste zaplatili, nebo vám v tom něco brání, zavolejte na finanční odbor.',
      en: 'The instalment of debt No. {number} due on {due:day} has not come in full. By the decision all that is left, {left:money}, is due at once. Please pay it as soon as you can among your payments. If you have paid, or something prevents you, call the finance department.',
    },
  },
}

export const outcomes = {
  kept: { cs: 'splaceno', en: 'paid off' },
  missed: { cs: 'splátka zmeškaná, splatný celý zbytek', en: 'instalment missed, all that is left is due' },
  refused: { cs: 'nepovoleno', en: 'not granted' },
  impossible: { cs: 'závazek se změnil', en: 'the debt changed' },
}

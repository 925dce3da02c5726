import {
  anyAccount,
  day,
  identifier,
  longText,
  money,
  oneOf,
  openDebts,
  optional,
  sentRefund,
  text,
  when,
} from '../../../forms/fields.ts'
import { form } from '../../../forms/form.ts'
import { whys } from './texts.ts'

/** What the statement says of the money, as the house files it. */
export const notice = form({
  line: identifier({ cs: 'Položka výpisu', en: 'Line of the statement' }),
  why: oneOf({ cs: 'Proč ji musí posoudit člověk', en: 'Why a person must look at it' }, whys),
  // money that left the account is below zero
  amount: money({ cs: 'Částka', en: 'Amount' }, { min: -999_999_999_99 }),
  bookedOn: day({ cs: 'Den zápisu na účtu města', en: 'Booked on the city’s account' }),
  account: text({ cs: 'Účet města', en: 'The city’s account' }, { max: 34 }),
  variableSymbol: optional(text({ cs: 'Variabilní symbol', en: 'Variable symbol' }, { max: 10 })),
  specificSymbol: optional(text({ cs: 'Specifický symbol', en: 'Specific symbol' }, { max: 10 })),
  counterName: optional(text({ cs: 'Protistrana podle banky', en: 'Other side as the bank knows it' })),
  counterAccount: optional(text({ cs: 'Účet protistrany', en: 'Account of the other side' }, { max: 34 })),
  message: optional(text({ cs: 'Zpráva k platbě', en: 'Message with the payment' }, { max: 500 })),
})

/** What becomes of the money. */
export const decision = form({
  verdict: oneOf(
    { cs: 'Jak s penězi naložit', en: 'What to do with the money' },
    {
      settle: { cs: 'Uhradit z nich závazky', en: 'Settle debts with it' },
      keep: { cs: 'Ponechat jako nejasnou platbu', en: 'Keep it as an unidentified payment' },
      return: { cs: 'Vrátit odesílateli', en: 'Return it to the sender' },
    },
  ),
  items: when('verdict', 'settle', openDebts()),
  account: when(
    'verdict',
    'return',
    optional(
      anyAccount({
        title: { cs: 'Na jaký účet', en: 'To which account' },
        help: {
          cs: 'Nevyplňujte, má-li se platba vrátit na účet, ze kterého přišla.',
          en: 'Leave it empty if the payment goes back to the account it came from.',
        },
      }),
    ),
  ),
  words: when(
    'verdict',
    ['keep', 'return'],
    longText(
      { cs: 'Důvod', en: 'Reason' },
      { max: 500, help: { cs: 'Zůstane u platby pro kolegy.', en: 'It stays with the payment for colleagues.' } },
    ),
  ),
})

/** What money was that has left the account without the portal knowing why. */
export const outgoing = form({
  verdict: oneOf(
    { cs: 'Co to bylo za platbu', en: 'What payment it was' },
    {
      refund: { cs: 'Vrácení přeplatku plátci', en: 'A refund to a payer' },
      other: { cs: 'Jiná platba města', en: 'Another payment of the city' },
    },
  ),
  refund: when('verdict', 'refund', sentRefund({ cs: 'Které vrácení', en: 'Which refund' })),
  words: when(
    'verdict',
    'other',
    longText(
      { cs: 'Co to bylo', en: 'What it was' },
      { max: 500, help: { cs: 'Zůstane u platby pro kolegy.', en: 'It stays with the payment for colleagues.' } },
    ),
  ),
})

/** Where money goes whose sender the bank has not told. */
export const account = form({
  account: anyAccount({ title: { cs: 'Na jaký účet peníze vrátit', en: 'To which account the money goes' } }),
})

/** The second pair of eyes on money that leaves the city. */
export const confirmation = form({
  agreed: oneOf(
    { cs: 'Souhlasíte s vrácením?', en: 'Do you agree to the return?' },
    {
      yes: { cs: 'Ano, peníze se mají vrátit', en: 'Yes, the money shall go back' },
      no: { cs: 'Ne, ať se rozhodne znovu', en: 'No, let it be decided again' },
    },
  ),
  words: when('agreed', 'no', longText({ cs: 'Proč ne', en: 'Why not' }, { max: 500 })),
})

/** How the accounts were put right after the bank took money back. */
export const correction = form({
  words: longText({ cs: 'Jak jste zápis opravili', en: 'How you corrected the records' }, { max: 500 }),
})

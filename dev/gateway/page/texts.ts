import type { Story } from '../cards.ts'
import type { Language } from '../money.ts'

/** Everything the payer reads. */
export interface Texts {
  other: { language: Language; name: string }
  testGateway: string
  testGatewayNote: string
  summary: string
  total: string
  payTo: string
  card: string
  number: string
  numberHint: string
  expiry: string
  expiryHint: string
  cvc: string
  cvcHint: string
  holder: string
  pay: (amount: string) => string
  back: string
  check: string
  error: string
  cards: string
  cardsNote: string
  cardNumber: string
  whatItDoes: string
  fill: string
  fillCard: (number: string) => string
  stories: Record<Story, string>
  problems: Record<Problem, string>
  declined: string
  declines: Record<string, string>
  bank: string
  bankTitle: string
  bankText: string
  cardEnding: (last4: string) => string
  approve: string
  refuse: string
  paidTitle: string
  paidText: string
  expiredTitle: string
  expiredText: string
  goBack: string
  homeTitle: string
  homeText: string
  missingTitle: string
  missingText: string
  footer: string
}

/** What may be wrong with a field of the card form. */
export type Problem =
  | 'numberMissing'
  | 'numberWrong'
  | 'numberReal'
  | 'expiryMissing'
  | 'expiryWrong'
  | 'expiryPast'
  | 'cvcMissing'
  | 'cvcWrong'
  | 'holderMissing'
  | 'holderWrong'

export const texts: Record<Language, Texts> = {
  cs: {
    other: { language: 'en', name: 'English' },
    testGateway: 'Zkušební brána, peníze se neúčtují',
    testGatewayNote: 'Skutečnou kartu sem nezadávejte. Vyberte si některou ze zkušebních karet.',
    summary: 'Co platíte',
    total: 'Celkem k\u00a0úhradě',
    payTo: 'Platíte příjemci',
    card: 'Platba kartou',
    number: 'Číslo karty',
    numberHint: 'Číslice z\u00a0přední strany karty, mezery nevadí',
    expiry: 'Platnost do',
    expiryHint: 'Měsíc a\u00a0rok, například 12/34',
    cvc: 'Kód CVC',
    cvcHint: 'Tři číslice ze zadní strany karty',
    holder: 'Jméno na kartě',
    pay: amount => `Zaplatit ${amount}`,
    back: 'Zpět do portálu',
    check: 'Opravte prosím tyto údaje',
    error: 'Chyba',
    cards: 'Zkušební karty',
    cardsNote: 'Platnost může být jakákoli v\u00a0budoucnu a\u00a0kód libovolný. Tlačítko vyplní údaje za vás.',
    cardNumber: 'Číslo karty',
    whatItDoes: 'Co se stane',
    fill: 'Vyplnit',
    fillCard: number => `Vyplnit kartu ${number}`,
    stories: {
      pays: 'Platba projde',
      secure: 'Banka chce platbu potvrdit',
      secureDeclined: 'Banka chce potvrzení a\u00a0pak platbu zamítne',
      declined: 'Banka platbu zamítne',
      funds: 'Na účtu není dost peněz',
      expired: 'Karta už neplatí',
      cvc: 'Kód CVC nesouhlasí',
      processing: 'Chyba při zpracování v\u00a0bance',
      disputed: 'Platba projde, držitel ji pak rozporuje',
      refundLater: 'Projde; vrácení peněz chvíli trvá',
      refundFails: 'Projde; vrácení peněz se nezdaří',
    },
    problems: {
      numberMissing: 'Zadejte číslo karty.',
      numberWrong: 'Číslo karty nesouhlasí. Zkontrolujte, zda v\u00a0něm není překlep.',
      numberReal: 'Tohle není zkušební karta. Skutečnou kartu sem nezadávejte, vyberte si ze seznamu zkušebních karet.',
      expiryMissing: 'Zadejte, do kdy karta platí.',
      expiryWrong: 'Zadejte měsíc a\u00a0rok platnosti, například 12/34.',
      expiryPast: 'Platnost karty už skončila. Zadejte jinou kartu.',
      cvcMissing: 'Zadejte bezpečnostní kód karty.',
      cvcWrong: 'Bezpečnostní kód má tři číslice, u\u00a0karty American Express čtyři.',
      holderMissing: 'Zadejte jméno, které je na kartě.',
      holderWrong: 'Zadejte jméno písmeny, nejvýše 100 znaků.',
    },
    declined: 'Platba se nezdařila',
    declines: {
      generic_decline: 'Banka platbu zamítla a\u00a0neuvedla proč. Zkuste jinou kartu, nebo se zeptejte ve své bance.',
      insufficient_funds: 'Na účtu není dost peněz. Zkuste jinou kartu.',
      expired_card: 'Platnost karty už skončila. Zadejte jinou kartu.',
      incorrect_cvc: 'Bezpečnostní kód nesouhlasí. Zadejte ho prosím znovu.',
      processing_error: 'V\u00a0bance se platbu nepodařilo zpracovat. Zkuste to prosím za chvíli znovu.',
      payment_intent_authentication_failure:
        'Platbu jste v\u00a0bance nepotvrdili, proto neproběhla. Můžete to zkusit znovu.',
    },
    bank: 'Vaše banka',
    bankTitle: 'Potvrďte platbu',
    bankText: 'Takto se vás na souhlas ptá vaše banka (3-D Secure). Tady ji jen předvádíme.',
    cardEnding: last4 => `Karta končící ${last4}`,
    approve: 'Potvrdit platbu',
    refuse: 'Odmítnout',
    paidTitle: 'Zaplaceno',
    paidText: 'Tato platba už proběhla. Podruhé ji zaplatit nelze.',
    expiredTitle: 'Čas na zaplacení vypršel',
    expiredText: 'Nic jsme neúčtovali. Vraťte se do portálu a\u00a0platbu otevřete znovu.',
    goBack: 'Vrátit se do portálu',
    homeTitle: 'Zkušební platební brána',
    homeText: 'Platby se otevírají z\u00a0portálu. Tady jsou karty, se kterými si je můžete vyzkoušet.',
    missingTitle: 'Tuto platbu jsme nenašli',
    missingText: 'Odkaz je neúplný nebo už neplatí. Vraťte se do portálu a\u00a0platbu otevřete znovu.',
    footer:
      'Zkušební platební brána pro vývoj a\u00a0ukázky. Žádné peníze se nepřevádějí a\u00a0čísla karet se neukládají.',
  },
  en: {
    other: { language: 'cs', name: 'Čeština' },
    testGateway: 'Test gateway, no money is charged',
    testGatewayNote: 'Do not enter a real card here. Choose one of the test cards.',
    summary: 'What you are paying for',
    total: 'Total to pay',
    payTo: 'You are paying',
    card: 'Pay by card',
    number: 'Card number',
    numberHint: 'The digits on the front of the card, spaces are fine',
    expiry: 'Valid until',
    expiryHint: 'Month and year, for example 12/34',
    cvc: 'CVC code',
    cvcHint: 'Three digits on the back of the card',
    holder: 'Name on the card',
    pay: amount => `Pay ${amount}`,
    back: 'Back to the portal',
    check: 'Please correct the following',
    error: 'Error',
    cards: 'Test cards',
    cardsNote: 'Use any date in the future and any code. The button fills in the details for you.',
    cardNumber: 'Card number',
    whatItDoes: 'What happens',
    fill: 'Fill in',
    fillCard: number => `Fill in card ${number}`,
    stories: {
      pays: 'The payment goes through',
      secure: 'The bank asks to confirm the payment',
      secureDeclined: 'The bank asks to confirm, then declines',
      declined: 'The bank declines the payment',
      funds: 'There is not enough money on the account',
      expired: 'The card is no longer valid',
      cvc: 'The CVC is wrong',
      processing: 'An error while the bank processes it',
      disputed: 'Goes through, then the cardholder disputes it',
      refundLater: 'Goes through; a refund takes a while',
      refundFails: 'Goes through; a refund fails',
    },
    problems: {
      numberMissing: 'Enter the card number.',
      numberWrong: 'The card number is not right. Please check it for a typing error.',
      numberReal: 'This is not a test card. Do not enter a real card here, choose one from the list of test cards.',
      expiryMissing: 'Enter the date until which the card is valid.',
      expiryWrong: 'Enter the month and year, for example 12/34.',
      expiryPast: 'The card is no longer valid. Please use another card.',
      cvcMissing: 'Enter the security code of the card.',
      cvcWrong: 'The security code has three digits, four with American Express.',
      holderMissing: 'Enter the name that is on the card.',
      holderWrong: 'Enter the name in letters, at most 100 characters.',
    },
    declined: 'The payment did not go through',
    declines: {
      generic_decline: 'The bank declined the payment and gave no reason. Try another card, or ask your bank.',
      insufficient_funds: 'There is not enough money on the account. Try another card.',
      expired_card: 'The card is no longer valid. Please use another card.',
      incorrect_cvc: 'The security code is wrong. Please enter it again.',
      processing_error: 'The bank could not process the payment. Please try again in a moment.',
      payment_intent_authentication_failure:
        'You did not confirm the payment with your bank, so it was not made. You can try again.',
    },
    bank: 'Your bank',
    bankTitle: 'Confirm the payment',
    bankText: 'This is how a bank asks for your consent (3-D Secure). Here we only play its part.',
    cardEnding: last4 => `Card ending ${last4}`,
    approve: 'Confirm the payment',
    refuse: 'Refuse',
    paidTitle: 'Paid',
    paidText: 'This payment has already been made. It cannot be paid twice.',
    expiredTitle: 'The time to pay has run out',
    expiredText: 'Nothing was charged. Return to the portal and open the payment again.',
    goBack: 'Return to the portal',
    homeTitle: 'Test payment gateway',
    homeText: 'Payments are opened from the portal. Here are the cards to try them with.',
    missingTitle: 'We did not find this payment',
    missingText: 'The link is incomplete or no longer valid. Return to the portal and open the payment again.',
    footer: 'A test payment gateway for development and demonstrations. No money moves and no card numbers are kept.',
  },
}

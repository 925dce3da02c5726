import { words } from './words.ts'

/** Paying what a slip says, for people who have not signed in and need not. */
export const slipWords = words({
  title: { cs: 'Zaplatit složenku bez přihlášení', en: 'Pay a slip without signing in' },
  lead: {
    cs: 'Stačí variabilní symbol a částka ze složenky nebo dopisu od města. Zaplatit můžete i za někoho jiného.',
    en: 'All you need is the variable symbol and the amount from the city’s slip or letter. You can pay for somebody else, too.',
  },
  errorTitle: { cs: 'Ještě prosím opravte', en: 'Please correct this first' },
  symbol: { cs: 'Variabilní symbol', en: 'Variable symbol' },
  symbolHint: {
    cs: 'Nejvýše deset číslic. Nuly na začátku můžete vynechat.',
    en: 'At most ten digits. You may leave out zeros at the front.',
  },
  symbolWrong: {
    cs: 'Variabilní symbol má nejvýše deset číslic. Opište ho ze složenky.',
    en: 'A variable symbol has at most ten digits. Copy it from the slip.',
  },
  amount: { cs: 'Částka', en: 'Amount' },
  amountHint: { cs: 'Přesně jako na složence, třeba 780,50.', en: 'Exactly as on the slip, for example 780.50.' },
  amountWrong: {
    cs: 'Zadejte částku v korunách ze složenky, třeba 780,50.',
    en: 'Enter the amount in crowns from the slip, for example 780.50.',
  },
  email: { cs: 'E-mail pro potvrzení (nepovinné)', en: 'E-mail for the receipt (optional)' },
  emailHint: {
    cs: 'Bez e-mailu si potvrzení stáhnete po zaplacení.',
    en: 'Without one you can download the receipt after paying.',
  },
  go: { cs: 'Pokračovat k platbě kartou', en: 'Continue to pay by card' },
  notSent: {
    cs: 'Nic jsme vám nestrhli. Pošlete to prosím za chvíli znovu: druhá platba tím nevznikne.',
    en: 'Nothing has been charged. Please send it again in a moment: that makes no second payment.',
  },
  leaves: {
    cs: 'Údaje karty zadáte až na stránce platební brány. Dokud ji nepotvrdíte, nic se nestrhne.',
    en: 'You enter the card on the payment gateway’s page. Nothing is charged until you confirm there.',
  },
  unfinished: { cs: 'Máte rozdělanou platbu složenky.', en: 'You have begun to pay a slip.' },
  unfinishedGo: { cs: 'Vrátit se k ní', en: 'Go back to it' },
  privacyTitle: { cs: 'Co se o závazku dozvíte', en: 'What you will learn about the debt' },
  privacyText: {
    cs: 'Nic navíc. Čí závazek je a za co, ukazujeme jen tomu, kdo se přihlásí. Když údaje nesouhlasí, neřekneme proč, aby nikdo nemohl zkoušet cizí symboly.',
    en: 'Nothing more. Whose debt it is and what for, we show only to those who sign in. When the details do not fit, we do not say why, so that nobody can try other people’s symbols.',
  },
  otherTitle: { cs: 'Jak zaplatit jinak', en: 'Other ways to pay' },
  otherTransfer: {
    cs: 'Převodem z banky na účet a se symbolem, které jsou na složence.',
    en: 'By bank transfer to the account and with the symbol that the slip gives.',
  },
  otherSignIn: { cs: 'Po přihlášení:', en: 'After signing in:' },
  otherSignInLink: { cs: 'všechny své platby a QR kódy', en: 'all your payments and QR codes' },
  otherDesk: {
    cs: 'Na pokladně úřadu. Otevírací dobu najdete dole na stránce.',
    en: 'At the cash desk of the town hall. Its hours are at the foot of the page.',
  },
  payTitle: { cs: 'Platba složenky', en: 'Payment of a slip' },
  what: { cs: 'Co platíte', en: 'What you pay' },
  stepCreditSlip: { cs: 'Zápis v evidenci města', en: 'Recording by the city' },
  paidText: {
    cs: 'Platbu jsme přijali a právě ji zapisujeme. Potvrzení bude hotové za chvíli.',
    en: 'We have received your payment and are recording it. The receipt will be ready in a moment.',
  },
  postedTitle: { cs: 'Hotovo, složenka je zaplacená', en: 'Done, the slip is paid' },
  postedText: {
    cs: 'Platba je zapsaná v evidenci města. Tady je potvrzení.',
    en: 'The city has recorded the payment. Here is your receipt.',
  },
  postedMail: {
    cs: 'Potvrzení jsme poslali i e-mailem.',
    en: 'We have sent the receipt by e-mail as well.',
  },
  postedKeep: {
    cs: 'Adresu této stránky si můžete uložit, potvrzení tu bude 30 dní.',
    en: 'You can keep the address of this page: the receipt stays here for 30 days.',
  },
  reviewText: {
    cs: 'Peníze jsme přijali, ale něco nesouhlasí – třeba byla složenka mezitím zaplacena jinak. Posoudí to pracovník úřadu a přeplatek vám může vrátit na kartu, kterou jste platili. Chcete-li vědět víc, zavolejte nám a řekněte číslo případu.',
    en: 'We have received the money, but something does not match – the slip may have been paid another way meanwhile. A clerk will look at it and can return what was overpaid to the card you paid with. To know more, call us with the case number.',
  },
  reviewMailed: {
    cs: 'Peníze jsme přijali, ale něco nesouhlasí – třeba byla složenka mezitím zaplacena jinak. Pracovník úřadu to posoudí a napíše vám na e-mail, který jste zadali.',
    en: 'We have received the money, but something does not match – the slip may have been paid another way meanwhile. A clerk will look at it and write to the e-mail you entered.',
  },
  heldText: {
    cs: 'Platby městu jsou v korunách, takže jsme jí nic neuhradili. Peníze vám vrátíme na kartu, jakmile to úředník potvrdí. Složenku můžete zaplatit znovu.',
    en: 'Payments to the city are in Czech crowns, so nothing was settled by it. The money goes back to your card as soon as an official confirms it. You can pay the slip again.',
  },
  returnedText: {
    cs: 'Na účtu je budete mít obvykle do deseti dnů. Složenka zůstává k zaplacení.',
    en: 'It will usually be on your account within ten days. The slip is still to be paid.',
  },
  changedTitle: { cs: 'K platbě nedošlo', en: 'No payment was made' },
  changedText: {
    cs: 'Nic jsme vám nestrhli. Údaje ze složenky mezitím přestaly platit, nebo ji právě platí někdo jiný. Zkuste to prosím později, nebo zaplaťte převodem.',
    en: 'Nothing was charged. What the slip says has ceased to hold meanwhile, or somebody else is paying it now. Please try later, or pay by bank transfer.',
  },
  again: { cs: 'Začít znovu', en: 'Start again' },
  another: { cs: 'Zaplatit další složenku', en: 'Pay another slip' },
  gone: { cs: 'Tato platba tu už není', en: 'This payment is here no more' },
  goneText: {
    cs: 'Adresa není úplná, nebo od platby uplynulo víc než 30 dní. O peníze jste nepřišli: zavolejte nám a řekněte variabilní symbol a den platby.',
    en: 'The address is not whole, or more than 30 days have passed since the payment. Your money is not lost: call us with the variable symbol and the day of the payment.',
  },
})

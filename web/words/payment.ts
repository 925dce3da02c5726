import { words } from './words.ts'

/** The truth about one payment, in words for a payer who worries. */
export const paymentWords = words({
  title: { cs: 'Platba', en: 'Payment' },
  connectingTitle: { cs: 'Připravujeme platbu', en: 'Preparing the payment' },
  connectingText: {
    cs: 'Spojujeme se s platební bránou. Za chvíli se tu objeví tlačítko k zaplacení. Zatím jsme vám nic nestrhli.',
    en: 'We are connecting to the payment gateway. A button to pay will appear here in a moment. Nothing has been charged.',
  },
  gatewayTitle: { cs: 'Platební brána teď neodpovídá', en: 'The payment gateway is not answering' },
  gatewayText: {
    cs: 'Nic jsme vám nestrhli a nic se neztratilo. Bránu zkoušíme od {since} znovu, nejméně dvakrát za minutu. Jakmile se ozve, převedeme vás k zaplacení.',
    en: 'Nothing has been charged and nothing is lost. Since {since} we have been trying the gateway again, at least twice a minute. As soon as it answers, we will take you to the payment page.',
  },
  gatewayLeave: {
    cs: 'Nemusíte tu čekat: stránku zavřete a vraťte se k ní z části Moje podání. Nebo platbu zrušte. Košík zůstal, jak byl, a zaplatit jde i převodem nebo QR kódem u každého závazku.',
    en: 'You need not wait here: close the page and come back to it from My cases. Or cancel the payment. Your basket is as it was, and each debt can also be paid by bank transfer or QR code.',
  },
  gatewayLeaveSlip: {
    cs: 'Nemusíte tu čekat: adresu této stránky si uložte a vraťte se později. Zaplatit jde i převodem podle složenky.',
    en: 'You need not wait here: keep the address of this page and come back later. You can also pay by bank transfer, as the slip says.',
  },
  askingSince: { cs: 'Brána neodpovídá od {since}.', en: 'The gateway has not answered since {since}.' },
  engineTitle: { cs: 'Platbu připravíme o chvíli později', en: 'The payment will be ready a little later' },
  engineText: {
    cs: 'Objednávku máme uloženou. Část portálu, která platby připravuje, teď neodpovídá. Nic jsme vám nestrhli a košík zůstal, jak byl. Jakmile se ozve, stránka půjde dál sama. Můžete ji i zavřít, o nic nepřijdete.',
    en: 'Your order is stored. The part of the portal that prepares payments is not answering. Nothing has been charged and your basket is as it was. As soon as it answers, the page goes on by itself. You may also close it, nothing will be lost.',
  },
  awayTitle: { cs: 'Portál teď neví, jak platba stojí', en: 'The portal cannot say how the payment stands' },
  awayKnown: {
    cs: 'Portál se nedaří zeptat. Co vidíte níže, platilo {at}.',
    en: 'We cannot reach the portal. What you see below was so on {at}.',
  },
  awayMoney: {
    cs: 'Jestli jste už zaplatili, peníze se neztratily: platební brána nám to oznámí, jakmile portál zase poběží. Neplaťte prosím podruhé.',
    en: 'If you have already paid, your money is not lost: the payment gateway will tell us as soon as the portal runs again. Please do not pay again.',
  },
  awayAgain: {
    cs: 'Stránka se obnoví sama, jakmile to půjde.',
    en: 'The page will refresh by itself as soon as possible.',
  },
  toBasket: { cs: 'Zpět do košíku', en: 'Back to the basket' },
  openTitle: { cs: 'Platba čeká na zaplacení', en: 'The payment is waiting for you' },
  openText: {
    cs: 'Zatím jsme vám nic nestrhli. Zaplatit můžete do {until}.',
    en: 'Nothing has been charged. You can pay until {until}.',
  },
  openCancelled: {
    cs: 'Z platební stránky jste se vrátili bez zaplacení. Nic se nestrhlo a dluh zůstává, jak byl.',
    en: 'You came back from the payment page without paying. Nothing was charged and the debt is as it was.',
  },
  refusedTitle: { cs: 'Banka kartu odmítla', en: 'The bank refused the card' },
  refusedText: {
    cs: 'Nic se nestrhlo. Můžete to zkusit znovu, třeba jinou kartou.',
    en: 'Nothing was charged. You can try again, with another card for example.',
  },
  goPay: { cs: 'Pokračovat k platbě', en: 'Continue to pay' },
  cancelPayment: { cs: 'Zrušit platbu', en: 'Cancel the payment' },
  cancelTitle: { cs: 'Opravdu platbu zrušit?', en: 'Really cancel the payment?' },
  cancelText: {
    cs: 'Objednávku zrušíme a nic nestrhneme. Dluh zůstane, jak byl, a zaplatit ho můžete později.',
    en: 'We will cancel the order and charge nothing. The debt stays as it was and you can pay it later.',
  },
  cancelYes: { cs: 'Ano, zrušit platbu', en: 'Yes, cancel the payment' },
  cancelNo: { cs: 'Ne, vrátit se', en: 'No, go back' },
  askingTitle: { cs: 'Ptáme se banky, jak platba dopadla', en: 'We are asking the bank how the payment ended' },
  askingText: {
    cs: 'Nic se neztratilo. Odpověď obvykle přijde do minuty, výjimečně do hodiny. Stránka se sama obnoví, můžete ji i zavřít. Neplaťte prosím podruhé.',
    en: 'Nothing is lost. The answer usually comes within a minute, at worst within an hour. The page refreshes by itself and you may close it. Please do not pay again.',
  },
  paidTitle: { cs: 'Zaplaceno, děkujeme', en: 'Paid, thank you' },
  paidText: {
    cs: 'Platbu jsme přijali a právě ji připisujeme k vašim závazkům. Doklad bude hotový za chvíli.',
    en: 'We have received your payment and are crediting it now. The receipt will be ready in a moment.',
  },
  postedTitle: { cs: 'Hotovo, platba je připsaná', en: 'Done, the payment is credited' },
  postedText: {
    cs: 'Zaplacenou částku jsme připsali k vašim závazkům. Tady je doklad.',
    en: 'The amount you paid has been credited. Here is your receipt.',
  },
  postedMail: {
    cs: 'Doklad najdete kdykoli v části Doklady.',
    en: 'You will find the receipt in Documents at any time.',
  },
  receipt: { cs: 'Stáhnout doklad', en: 'Download the receipt' },
  receiptSoon: { cs: 'Doklad připravujeme…', en: 'The receipt is being prepared…' },
  reviewTitle: { cs: 'Zaplaceno, platbu ještě zkontroluje člověk', en: 'Paid; a person will check the payment' },
  reviewText: {
    cs: 'Peníze jsme přijali, ale něco nesouhlasí – třeba byl dluh mezitím zaplacen jinak. Pracovnice odboru to vyřeší a napíše vám. Nic nemusíte dělat.',
    en: 'We have received the money, but something does not match – the debt may have been paid another way in the meantime. A clerk will sort it out and write to you. You do not need to do anything.',
  },
  heldTitle: { cs: 'Platba přišla v jiné měně', en: 'The payment came in another currency' },
  heldText: {
    cs: 'Závazky vůči městu jsou v korunách, a proto jsme touto platbou nic neuhradili. Peníze vám vrátíme na kartu, jakmile to úředník potvrdí. Závazky můžete zaplatit znovu.',
    en: 'Debts to the city are in Czech crowns, so it did not settle anything. The money goes back to your card as soon as an official confirms it. You can pay the debts again.',
  },
  returnedTitle: { cs: 'Peníze jsme vrátili na kartu', en: 'We have returned the money to your card' },
  returnedText: {
    cs: 'Na účtu je budete mít obvykle do deseti dnů. Závazky zůstávají k zaplacení.',
    en: 'It usually arrives within ten days. Your debts still need to be paid.',
  },
  expiredTitle: { cs: 'Čas na zaplacení vypršel', en: 'The time to pay has run out' },
  expiredText: {
    cs: 'Nic se nestrhlo a dluh zůstává, jak byl. Můžete začít znovu.',
    en: 'Nothing was charged and the debt is as it was. You can start again.',
  },
  withdrawnTitle: { cs: 'Platba je zrušená', en: 'The payment is cancelled' },
  withdrawnText: {
    cs: 'Nic se nestrhlo a dluh zůstává, jak byl.',
    en: 'Nothing was charged and the debt is as it was.',
  },
  again: { cs: 'Dát znovu do košíku', en: 'Put back into the basket' },
  payments: { cs: 'Platby', en: 'Payments' },
  toPayments: { cs: 'Zobrazit platby', en: 'Show payments' },
  pending: {
    cs: 'Vaši zprávu máme uloženou a čekáme na odpověď systému. Stránka se sama obnoví.',
    en: 'Your message is stored. We are waiting for the system to answer; the page will refresh by itself.',
  },
  pathTitle: { cs: 'Jak platba postupuje', en: 'How the payment is going' },
  stepOrder: { cs: 'Objednávka vytvořena', en: 'Order created' },
  stepPay: { cs: 'Platba kartou', en: 'Card payment' },
  stepCredit: { cs: 'Připsání k závazkům', en: 'Credited to your debts' },
  stepReceipt: { cs: 'Doklad', en: 'Receipt' },
  itemsTitle: { cs: 'Za co je platba', en: 'What the payment is for' },
  debtor: { cs: 'dluží: {name}', en: 'owed by: {name}' },
  payer: { cs: 'Kdo platí', en: 'Paid by' },
  total: { cs: 'Celkem', en: 'Total' },
  number: { cs: 'Číslo případu je {number}.', en: 'The case number is {number}.' },
  caseLink: { cs: 'Průběh celého případu', en: 'Show the whole case' },
  helpTitle: { cs: 'Něco nesedí?', en: 'Something wrong?' },
  helpText: { cs: 'Zavolejte nám a řekněte číslo případu {number}.', en: 'Call us and give the case number {number}.' },
  notMadeTitle: { cs: 'K platbě nedošlo', en: 'No payment was made' },
  notMadeText: {
    cs: 'Nic jsme vám nestrhli. Podívejte se, co je teď k zaplacení, a začněte znovu.',
    en: 'Nothing was charged. See what is to be paid now and start again.',
  },
  filedAt: { cs: 'Přijali jsme ji {at}.', en: 'We received it on {at}.' },
})

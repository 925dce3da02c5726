import { words } from './words.ts'

export const basketWords = words({
  title: { cs: 'Košík', en: 'Basket' },
  lead: {
    cs: 'Zkontrolujte, co platíte. Všechno zaplatíte jednou platbou kartou.',
    en: 'Check what you are paying. You pay everything with one card payment.',
  },
  empty: { cs: 'V košíku nic není.', en: 'Your basket is empty.' },
  emptyText: { cs: 'Přidejte do něj, co chcete zaplatit.', en: 'Add what you want to pay.' },
  toPayments: { cs: 'Zobrazit platby', en: 'Show payments' },
  back: { cs: 'Vybrat další platby', en: 'Choose more payments' },
  due: { cs: 'splatnost', en: 'due' },
  instalment: { cs: 'splátka {part} z {all}', en: 'instalment {part} of {all}' },
  owedByMe: { cs: 'Dlužíte vy', en: 'Owed by you' },
  owedBy: { cs: 'Dluží: {name}', en: 'Owed by: {name}' },
  overLimit: {
    cs: '{name}: najednou můžete zaplatit nejvýše {limit}, v košíku je {sum}. Snižte částku, nebo něco odeberte a zaplaťte zvlášť.',
    en: 'You may pay at most {limit} at once for {name}; the basket holds {sum}. Lower the amount, or remove something and pay it separately.',
  },
  limit: { cs: 'najednou nejvýše {limit}', en: 'at most {limit} at once' },
  payerTitle: { cs: 'Za koho platíte', en: 'Who you pay for' },
  forMe: { cs: 'za sebe', en: 'for yourself' },
  payerMe: {
    cs: 'Platíte svým jménem. Doklad uvede vás i každého, za koho platíte.',
    en: 'You pay in your own name. The receipt names you and everyone you pay for.',
  },
  payerFor: {
    cs: 'Platíte jménem: {name}. Doklad uvede i vás.',
    en: 'You pay in the name of: {name}. The receipt names you too.',
  },
  payerMine: {
    cs: 'V košíku jsou i jiné dluhy, než má ten, za koho jednáte. Všechno proto zaplatíte svým jménem.',
    en: 'The basket also holds other people’s debts, so you pay all of it in your own name.',
  },
  amount: { cs: 'Částka', en: 'Amount' },
  amountOf: { cs: 'Kolik zaplatit: {what}', en: 'How much to pay: {what}' },
  ofWhole: { cs: 'z {balance}', en: 'of {balance}' },
  wholeOnly: { cs: 'jen v celé výši', en: 'only as a whole' },
  remove: { cs: 'Odebrat', en: 'Remove' },
  gone: { cs: 'Tohle už platit nemusíte', en: 'There is nothing to pay here any more' },
  goneText: {
    cs: 'Mezitím ji někdo zaplatil, město ji zrušilo, nebo už za dlužníka jednat nemůžete. Do platby ji nezapočítáme.',
    en: 'It has been paid or cancelled in the meantime, or you can no longer act for the debtor. We leave it out of the payment.',
  },
  changed: {
    cs: 'Částka se změnila na {balance}. Zkontrolujte ji prosím.',
    en: 'The amount has changed to {balance}. Please check it.',
  },
  total: { cs: 'Celkem', en: 'Total' },
  email: { cs: 'E-mail pro doklad', en: 'Email for the receipt' },
  emailHint: {
    cs: 'Nemusíte vyplnit. Doklad najdete i v portálu mezi doklady.',
    en: 'Optional. You will find the receipt in the portal too.',
  },
  emailWrong: {
    cs: 'Zkontrolujte e-mail. Má mít tvar jmeno@domena.cz.',
    en: 'Check the email address. It should look like name@example.com.',
  },
  pay: { cs: 'Zaplatit kartou', en: 'Pay by card' },
  notSent: { cs: 'Platbu se zatím nepodařilo odeslat', en: 'The payment could not be sent yet' },
  notSentMoney: {
    cs: 'Nic jsme vám nestrhli a košík zůstal, jak byl. Portál teď neodpovídá, jak má.',
    en: 'Nothing has been charged and your basket is as it was. The portal is not answering as it should.',
  },
  notSentAgain: {
    cs: 'Zkoušíme to sami každých pět sekund. Jakmile to půjde, převedeme vás k zaplacení. Opakováním nikdy nevznikne druhá platba.',
    en: 'We try again by ourselves every five seconds and take you to the payment page as soon as we can. Trying again never makes a second payment.',
  },
  sendNow: { cs: 'Zkusit hned', en: 'Try now' },
  sendStop: { cs: 'Dál nezkoušet', en: 'Stop trying' },
  payHow: {
    cs: 'Přesměrujeme vás na zabezpečenou platební bránu. Číslo karty se k úřadu nedostane.',
    en: 'We will take you to a secure payment page. The office never sees your card number.',
  },
  paying: { cs: 'Připravujeme platbu…', en: 'Preparing the payment…' },
  noFee: { cs: 'Za platbu kartou si nic neúčtujeme.', en: 'There is no charge for paying by card.' },
  errorTitle: { cs: 'Opravte prosím tyto údaje', en: 'Please correct these' },
  amountNotNumber: {
    cs: 'Napište částku číslem, například 1 250,50.',
    en: 'Write the amount as a number, for example 1250.50.',
  },
  amountZero: { cs: 'Částka musí být vyšší než nula.', en: 'The amount must be more than zero.' },
  amountOver: { cs: 'Nejvýše {balance}. Tolik zbývá zaplatit.', en: 'At most {balance}. That is what is left to pay.' },
  amountWhole: {
    cs: 'Tady jde zaplatit jen celá částka {balance}.',
    en: 'Only the whole amount of {balance} can be paid here.',
  },
  otherOrder: { cs: 'Tuhle platbu už platíte jinou objednávkou.', en: 'You are already paying this in another order.' },
  toOrder: { cs: 'Dokončit tu platbu', en: 'Finish that payment' },
  takeOut: { cs: 'Odebrat z košíku', en: 'Remove from basket' },
})

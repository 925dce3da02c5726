import type { Words } from '../contract.ts'
import { words } from './words.ts'

const reasons: Readonly<Record<string, Words>> = {
  'step-closed': words(
    'Krok byl mezitím uzavřen, odpověď už nešlo použít.',
    'The step had been closed meanwhile, the answer could not be used.',
  ),
  'not-for-you': words('Tento krok čeká na někoho jiného.', 'This step waits for somebody else.'),
  'four-eyes': words(
    'O tomto kroku musí rozhodnout někdo jiný než předtím.',
    'Somebody else than before must decide this step.',
  ),
  'paid-meanwhile': words(
    'Platba mezitím proběhla, proto ji už nešlo zrušit.',
    'The payment went through meanwhile, so it could not be cancelled.',
  ),
  'money-goes-back': words(
    'Vaše peníze už vracíme. Dokud nedojdou, podání vzít zpět nejde.',
    'Your money is already on its way back. Until it is with you, the submission cannot be withdrawn.',
  ),
  'not-withdrawable': words('Toto podání vzít zpět nelze.', 'This submission cannot be withdrawn.'),
  'case-closed': words('Případ byl mezitím uzavřen.', 'The case had been closed meanwhile.'),
}

/** Why a case refused a message after it was stored, for its sender. */
export const refusalWords = (reason: string | null): Words =>
  reasons[reason ?? ''] ?? words('Odpověď nešlo použít.', 'The answer could not be used.')

const failures: Readonly<Record<string, Words>> = {
  insufficient_funds: words(
    'Na účtu ke kartě není dost peněz. Zkuste jinou kartu, nebo zaplaťte převodem.',
    'There is not enough money on the card’s account. Try another card or pay by bank transfer.',
  ),
  expired_card: words('Platnost karty skončila. Zkuste jinou kartu.', 'The card has expired. Try another card.'),
  incorrect_cvc: words(
    'Bezpečnostní kód karty nesouhlasí. Zkontrolujte tři číslice na zadní straně.',
    'The card’s security code does not match. Check the three digits on the back.',
  ),
  payment_intent_authentication_failure: words(
    'Platbu jste v bance nepotvrdili. Zkuste to znovu a platbu potvrďte.',
    'You did not confirm the payment with your bank. Try again and confirm it.',
  ),
  authentication_required: words(
    'Banka chce platbu potvrdit. Zkuste to znovu a platbu potvrďte.',
    'Your bank wants the payment confirmed. Try again and confirm it.',
  ),
}

/** A card's refusal in words for the payer, from the gateway's decline code. The debt is as it was. */
export const failureWords = (code: string): Words =>
  failures[code] ??
  words(
    'Banka platbu kartou zamítla. Zkuste jinou kartu, nebo se zeptejte své banky.',
    'Your bank declined the card payment. Try another card or ask your bank.',
  )

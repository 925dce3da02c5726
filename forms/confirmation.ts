import { longText, oneOf, optional } from './fields.ts'
import { form } from './form.ts'

/** What a second official says to money that is to go back: confirm it or not, with words for colleagues and payer. */
export const confirmation = () =>
  form({
    verdict: oneOf(
      { cs: 'Vrácení peněz', en: 'The refund' },
      {
        confirm: { cs: 'Potvrdit a odeslat', en: 'Confirm and send' },
        reject: { cs: 'Nepotvrdit', en: 'Do not confirm' },
      },
    ),
    words: optional(longText({ cs: 'Důvod', en: 'Reason' })),
  })

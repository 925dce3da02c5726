/** The agenda that pays debts by card. */
export const paymentAgenda = 'fee-payment'

/** Says to the page of a payment that the payer is on the way to the card page, as soon as there is one. */
export const forward = 'forward'

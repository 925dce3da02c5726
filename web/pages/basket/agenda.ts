/** The agenda that pays debts by card. */
export const paymentAgenda = 'fee-payment'

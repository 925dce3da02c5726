import { Migration0001First } from './0001-first.ts'
import { Migration0002OfficeAndMandates } from './0002-office-and-mandates.ts'
import { Migration0003MandateStates } from './0003-mandate-states.ts'
import { Migration0004HouseAccount } from './0004-house-account.ts'
import { Migration0005Bank } from './0005-bank.ts'
import { Migration0006LedgerExchange } from './0006-ledger-exchange.ts'
import { Migration0007SlipsAndReminders } from './0007-slips-and-reminders.ts'
import { Migration0008ExactMoney } from './0008-exact-money.ts'
import { Migration0009Days } from './0009-days.ts'
import { Migration0010Months } from './0010-months.ts'
import { Migration0011Transfers } from './0011-transfers.ts'
import { Migration0012RefundNews } from './0012-refund-news.ts'
import { Migration0013ToldAgain } from './0013-told-again.ts'
import { Migration0014VoidOrders } from './0014-void-orders.ts'
import { Migration0015ToldPayments } from './0015-told-payments.ts'

/** Every step that brought the tables here, in order. One that was released is never changed: what is wrong with it the next one mends. */
export const migrations = [
  Migration0001First,
  Migration0002OfficeAndMandates,
  Migration0003MandateStates,
  Migration0004HouseAccount,
  Migration0005Bank,
  Migration0006LedgerExchange,
  Migration0007SlipsAndReminders,
  Migration0008ExactMoney,
  Migration0009Days,
  Migration0010Months,
  Migration0011Transfers,
  Migration0012RefundNews,
  Migration0013ToldAgain,
  Migration0014VoidOrders,
  Migration0015ToldPayments,
]

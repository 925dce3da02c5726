import { Migration } from '@mikro-orm/migrations'

/** News of refunds that was taken for the news of one of ours is found by its order, when that one turns out not to have been sent. */
export class Migration0012RefundNews extends Migration {
  override up(): void {
    this.addSql(
      `create index gateway_event_own_refund on gateway_event (order_id) where state = 'ignored' and type = 'charge.refunded'`,
    )
  }
}

import { Migration } from '@mikro-orm/migrations'

/** Orders that were given up before they were made: a slow try to open one finds it here, and opens nothing. */
export class Migration0014VoidOrders extends Migration {
  override up(): void {
    this.addSql('create table void_order (id uuid primary key, at timestamptz not null default now())')
  }
}

import { Migration } from '@mikro-orm/migrations'

/** The account of the house itself, for cases that nobody signed in for; see db/house.ts. */
export class Migration0004HouseAccount extends Migration {
  override up(): void {
    this.addSql(account)
  }
}

const account = `
insert into person (id, given_name, family_name) values ('00000000-0000-8000-8000-000000000001', 'Portál', 'občana');
alter table person add check (id <> '00000000-0000-8000-8000-000000000001' or subject_id is null);
alter table identity add check (person_id <> '00000000-0000-8000-8000-000000000001');
alter table session add check (person_id <> '00000000-0000-8000-8000-000000000001');
`

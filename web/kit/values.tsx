import { day, instant, limit, money, phone } from '../format.ts'
import { useLanguage } from '../language.tsx'

/** An amount in haléře, with figures of equal width so that columns of sums stand in line. */
export const Money = ({ amount }: { amount: number }) => <span className="money">{money(amount, useLanguage())}</span>

/** A day 'YYYY-MM-DD'. */
export const Day = ({ value }: { value: string }) => <time dateTime={value}>{day(value, useLanguage())}</time>

/** An instant, shown as day and time in Prague. */
export const Moment = ({ value }: { value: string }) => <time dateTime={value}>{instant(value, useLanguage())}</time>

/** An instant until which something can be done. */
export const Limit = ({ value }: { value: string }) => <time dateTime={value}>{limit(value, useLanguage())}</time>

/** A telephone number that a phone can dial. */
export const Phone = ({ value }: { value: string }) => (
  <a className="nowrap" href={`tel:${value.replace(/\s/g, '')}`}>
    {phone(value)}
  </a>
)

/** An e-mail address that opens a letter. */
export const Email = ({ value }: { value: string }) => <a href={`mailto:${value}`}>{value}</a>

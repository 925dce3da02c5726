import { useEffect } from 'react'
import type { ControlProps } from '@jsonforms/core'
import { useQuery } from '@tanstack/react-query'
import { useSearchParams } from 'react-router'
import { day, dayOf, money } from '../../format.ts'
import { useLanguage, useWords } from '../../language.tsx'
import { overpaymentsQuery } from '../../queries.ts'
import { liabilitiesWords } from '../../words/liabilities.ts'
import { useField } from '../state.ts'
import { Options } from './ChoiceControl.tsx'

/** One of one's own overpayments; the address may name it beforehand (`?overpayment=`), and the only one is chosen by itself. */
export const OverpaymentControl = (props: ControlProps) => {
  const l = useLanguage()
  const t = useWords(liabilitiesWords)
  const field = useField(props)
  const [query] = useSearchParams()
  const { data } = useQuery(overpaymentsQuery)
  const known = data?.overpayments ?? []
  const named = query.get('overpayment')
  const [first] = known
  const given = known.find(({ payment }) => payment === named) ?? (known.length === 1 ? first : undefined)
  const value: unknown = props.data
  useEffect(() => {
    if (given && value === undefined) field.set(given.payment)
    // once, when the list is there: whoever then chooses otherwise is left alone
    // oxlint-disable-next-line react-hooks/exhaustive-deps
  }, [given?.payment])
  if (!props.visible) return null
  const choices = known.map(({ payment, amount, paidAt, channel }) => ({
    value: payment,
    label: `${money(amount, l)} – ${t(channel === 'card' ? 'overCard' : channel === 'bank' ? 'overBank' : 'overCash')}, ${day(dayOf(new Date(paidAt)), l)}`,
  }))
  return <Options field={field} value={value} choices={choices} />
}

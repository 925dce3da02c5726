import { useEffect } from 'react'
import type { ControlProps } from '@jsonforms/core'
import { useQuery } from '@tanstack/react-query'
import { useSearchParams } from 'react-router'
import type { Liability } from '../../../api/contract.ts'
import { useActing } from '../../acting/acting.tsx'
import { myself } from '../../acting/address.ts'
import { money } from '../../format.ts'
import { useLanguage, usePick } from '../../language.tsx'
import { liabilitiesQuery } from '../../queries.ts'
import { Options } from './ChoiceControl.tsx'
import { useField } from '../state.ts'

/** A debt that could be spread over instalments; the API judges again. */
const offered = ({ balance, state, kind, plan }: Liability): boolean =>
  balance > 0 && (state === 'open' || state === 'overdue') && kind !== 'specified-amount' && plan === null

/** One of the debts of the one in whose name the form is filled; the address may name it beforehand (`?debt=`). */
export const DebtControl = (props: ControlProps) => {
  const l = useLanguage()
  const pick = usePick()
  const field = useField(props)
  const { subject } = useActing()
  const [query] = useSearchParams()
  const { data } = useQuery(liabilitiesQuery({ who: subject ?? myself }))
  const debts = data?.liabilities.filter(offered).toSorted((a, b) => a.due.localeCompare(b.due)) ?? []
  const named = query.get('debt')
  const known = debts.some(({ number }) => number === named)
  const value: unknown = props.data
  useEffect(() => {
    if (named !== null && known && value === undefined) field.set(named)
    // once, when the list is there: whoever then chooses otherwise is left alone
    // oxlint-disable-next-line react-hooks/exhaustive-deps
  }, [known])
  if (!props.visible) return null
  const choices = debts.map(({ number, description, balance }) => ({
    value: number,
    label: `${pick(description)} – ${money(balance, l)} (${number})`,
  }))
  return <Options field={field} value={value} choices={choices} />
}

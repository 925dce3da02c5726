import { useContext } from 'react'
import type { ControlProps } from '@jsonforms/core'
import { useQuery } from '@tanstack/react-query'
import { money } from '../../format.ts'
import { useLanguage, usePick, useWords } from '../../language.tsx'
import { moneyWords } from '../../words/money.ts'
import { AboutCase } from '../about.ts'
import { lineQuery } from '../debts.ts'
import { QuestionFrame } from '../frames.tsx'
import { useField } from '../state.ts'
import { Radios } from './ChoiceControl.tsx'

/** The refund by transfer that money out of the account was: those of the same sum are offered, likeliest first. */
export const SentRefundControl = (props: ControlProps) => {
  const t = useWords(moneyWords)
  const l = useLanguage()
  const pick = usePick()
  const field = useField(props)
  const about = useContext(AboutCase)
  const { data } = useQuery({ ...lineQuery(about ?? ''), enabled: about !== null })
  if (!props.visible) return null
  if (data && data.refunds.length === 0)
    return (
      <QuestionFrame field={field}>
        <p className="muted">{t('noRefund')}</p>
      </QuestionFrame>
    )
  const choices = (data?.refunds ?? []).map(({ refund, why }) => ({
    value: refund.id,
    label: `${refund.payee} · ${money(refund.amount, l)} · ${refund.account}${
      refund.variableSymbol === null ? '' : ` · ${t('symbol', { symbol: refund.variableSymbol })}`
    } · ${refund.case.number} – ${pick(why)}`,
  }))
  return <Radios field={field} value={props.data} choices={choices} />
}

import type { ControlProps } from '@jsonforms/core'
import { useQuery } from '@tanstack/react-query'
import { useContext, useEffect, useState } from 'react'
import type { OpenDebt, Words } from '../../../api/contract.ts'
import { amountText, day, money, parseAmount } from '../../format.ts'
import { Field } from '../../kit/Field.tsx'
import { useLanguage, usePick, useWords } from '../../language.tsx'
import { moneyWords } from '../../words/money.ts'
import { AboutCase } from '../about.ts'
import { Combobox } from '../Combobox.tsx'
import { lineQuery, useDebts } from '../debts.ts'
import { Box, LabelFrame, QuestionFrame } from '../frames.tsx'
import { useField } from '../state.ts'

interface Part {
  liability: string
  amount: number
}

const isPart = (value: unknown): value is Part =>
  typeof value === 'object' &&
  value !== null &&
  'liability' in value &&
  typeof value.liability === 'string' &&
  'amount' in value

/** Debts that money of the case settles: those it may be meant for are offered, others are searched for; of each how much. */
export const DebtsControl = (props: ControlProps) => {
  const t = useWords(moneyWords)
  const l = useLanguage()
  const field = useField(props)
  const about = useContext(AboutCase)
  const { data } = useQuery({ ...lineQuery(about ?? ''), enabled: about !== null })
  const [added, add] = useState<readonly OpenDebt[]>([])
  const offered: { debt: OpenDebt; why?: Words }[] = [...(data?.suggestions ?? []), ...added.map(debt => ({ debt }))]
  const list: unknown[] = Array.isArray(props.data) ? props.data : []
  const parts = list.filter(isPart)
  const unknown =
    data !== undefined && parts.some(({ liability }) => !offered.some(({ debt }) => debt.id === liability))
  useEffect(() => {
    // A draft may name a debt that is paid by now: nobody may decide about what is not shown.
    if (unknown) field.set(undefined)
  }, [unknown, field])
  if (!props.visible) return null

  const came = data?.line.amount ?? 0
  const spent = parts.reduce((sum, { amount }) => sum + amount, 0)
  const put = (next: Part[]) => field.set(next.length > 0 ? next : undefined)
  const toggle = ({ id, balance }: OpenDebt, on: boolean) =>
    put(
      on
        ? [...parts, { liability: id, amount: Math.max(1, Math.min(balance, came - spent)) }]
        : parts.filter(({ liability }) => liability !== id),
    )
  const find = {
    ...field,
    id: offered.length > 0 ? `${field.id}-find` : field.id,
    label: t('otherDebt'),
    hint: t('otherDebtHint'),
    error: undefined,
    required: true,
  }
  return (
    <QuestionFrame field={field}>
      {data && offered.length === 0 && <p className="muted">{t('noSuggestion')}</p>}
      {offered.map(({ debt, why }, at) => {
        const part = parts.find(({ liability }) => liability === debt.id)
        return (
          <div key={debt.id} className="debt-choice">
            <Box
              type="checkbox"
              id={at === 0 ? field.id : `${field.id}-${debt.id}`}
              label={<DebtLine debt={debt} why={why} />}
              checked={part !== undefined}
              invalid={Boolean(field.error)}
              onChange={on => toggle(debt, on)}
            />
            {part && (
              <Amount
                id={`${field.id}-${debt.id}-amount`}
                debt={debt}
                amount={part.amount}
                onChange={amount => put(parts.map(one => (one.liability === debt.id ? { ...one, amount } : one)))}
              />
            )}
          </div>
        )
      })}
      <LabelFrame field={find}>
        <Combobox
          field={find}
          initial=""
          label={t('foundDebts')}
          search={useDebts}
          keyOf={debt => debt.id}
          news={({ state, items }) => (state === 'found' ? t('foundCount', { n: items.length }) : '')}
          onChoose={debt => {
            if (!offered.some(one => one.debt.id === debt.id)) add([...added, debt])
            if (!parts.some(({ liability }) => liability === debt.id)) toggle(debt, true)
          }}
          fill={() => ''}
        >
          {debt => <DebtLine debt={debt} />}
        </Combobox>
      </LabelFrame>
      {data && (
        <p role="status" className="debt-sum">
          {t(spent > came ? 'overspent' : 'spent', {
            came: money(came, l),
            spent: money(spent, l),
            left: money(Math.abs(came - spent), l),
          })}
        </p>
      )}
    </QuestionFrame>
  )
}

/** How much of the money a debt gets. What is not understood goes on as it is not: the server would refuse it. */
const Amount = ({
  id,
  debt,
  amount,
  onChange,
}: {
  id: string
  debt: OpenDebt
  amount: number
  onChange: (amount: number) => void
}) => {
  const t = useWords(moneyWords)
  const l = useLanguage()
  const [typed, type] = useState(amountText(amount, l))
  const read = parseAmount(typed)
  const wrong = read === null || read <= 0 || read > debt.balance
  return (
    <Field
      id={id}
      label={t('amountFor', { debt: debt.number })}
      unit="Kč"
      short
      inputMode="decimal"
      autoComplete="off"
      value={typed}
      error={wrong ? t('amountWrong', { most: money(debt.balance, l) }) : undefined}
      onChange={event => {
        type(event.target.value)
        onChange(parseAmount(event.target.value) ?? 0)
      }}
    />
  )
}

/** Whose debt it is, for what, and what is left of it. */
const DebtLine = ({ debt, why }: { debt: OpenDebt; why?: Words | undefined }) => {
  const t = useWords(moneyWords)
  const l = useLanguage()
  const pick = usePick()
  return (
    <span className="subject">
      <span className="subject-name">
        {debt.debtor} · {money(debt.balance, l)}
      </span>
      <span className="subject-details">
        {pick(debt.description)} · {t('symbol', { symbol: debt.variableSymbol })} ·{' '}
        {t('due', { day: day(debt.due, l) })}
        {debt.enforced && ` · ${t('enforced')}`}
      </span>
      {why && <span className="subject-details">{pick(why)}</span>}
    </span>
  )
}

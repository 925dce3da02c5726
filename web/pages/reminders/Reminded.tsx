import { useState } from 'react'
import { useQuery } from '@tanstack/react-query'
import { useNavigate } from 'react-router'
import type { Reminders } from '../../../api/contract.ts'
import { useActing } from '../../acting/acting.tsx'
import { addToBasket } from '../../basket.ts'
import { day, money } from '../../format.ts'
import { Alert } from '../../kit/Alert.tsx'
import { Button } from '../../kit/Button.tsx'
import { useLanguage, usePick, useWords } from '../../language.tsx'
import { paths } from '../../paths.ts'
import { reminderWords } from '../../words/reminders.ts'
import { dismissReminder, remindersQuery } from './queries.ts'

/** So many debts are named; the rest is a number. */
const named = 3

/**
 * What the citizen is reminded of, until they pay or hide it; undefined while it is asked for, so that a page can wait and nothing jumps.
 * In another's name nobody is reminded of their own, and a question without an answer stands in nobody's way.
 */
export const useReminded = (): Reminders['reminders'] | undefined => {
  const { subject } = useActing()
  const { data, isLoading } = useQuery({ ...remindersQuery, enabled: subject === null })
  if (isLoading) return undefined
  return subject === null ? (data?.reminders ?? []) : []
}

export const Reminded = ({ reminders }: Reminders) => reminders.map(one => <One key={one.id} reminder={one} />)

const One = ({ reminder: { id, debts } }: { reminder: Reminders['reminders'][number] }) => {
  const t = useWords(reminderWords)
  const l = useLanguage()
  const pick = usePick()
  const go = useNavigate()
  const [busy, setBusy] = useState(false)
  const late = debts.some(({ kind }) => kind === 'after')
  return (
    <Alert tone={late ? 'warning' : 'primary'} title={t(late ? 'noticeLate' : 'noticeSoon')}>
      <ul className="plain">
        {debts.slice(0, named).map(debt => {
          const said = { what: pick(debt.description), amount: money(debt.amount, l), due: day(debt.due, l) }
          return (
            <li key={`${debt.liability} ${debt.due}`}>
              {debt.for === null ? t('line', said) : t('lineFor', { ...said, who: debt.for })}
            </li>
          )
        })}
        {debts.length > named && <li>{t('more', { n: debts.length - named })}</li>}
      </ul>
      <div className="actions">
        <Button
          size="s"
          icon="basket"
          onClick={() => {
            // instalments of one debt are one line
            const sums = new Map<string, number>()
            for (const { liability, amount } of debts) sums.set(liability, (sums.get(liability) ?? 0) + amount)
            for (const [liability, amount] of sums) addToBasket({ liability, amount })
            void go(paths.basket(l))
          }}
        >
          {t('pay')}
        </Button>
        <Button
          kind="plain"
          size="s"
          busy={busy}
          onClick={() => {
            setBusy(true)
            dismissReminder(id).catch(() => setBusy(false))
          }}
        >
          {t('dismiss')}
        </Button>
      </div>
    </Alert>
  )
}

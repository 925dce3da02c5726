import type { Liabilities } from '../../../api/contract.ts'
import { myself } from '../../acting/address.ts'
import { Select } from '../../kit/Select.tsx'
import { useWords } from '../../language.tsx'
import type { LiabilityFilter } from '../../paths.ts'
import { liabilitiesWords } from '../../words/liabilities.ts'
import { isKeyOf, kindKeys, stateKeys } from './labels.ts'

interface Props {
  /** Whether there is somebody to choose from. */
  whose: boolean
  data: Liabilities
  filter: LiabilityFilter
  set: (change: (now: URLSearchParams) => URLSearchParams, options: { replace: true; preventScrollReset: true }) => void
}

/** Whose debts, their year, kind and state, kept in the address so that a choice can be sent or returned to. */
export const Filters = ({ data, filter, set, whose }: Props) => {
  const t = useWords(liabilitiesWords)
  const choose = (key: string) => (event: { target: { value: string } }) =>
    set(
      now => {
        if (event.target.value) now.set(key, event.target.value)
        else now.delete(key)
        return now
      },
      { replace: true, preventScrollReset: true },
    )
  return (
    <form className={`filters ${whose ? 'four' : 'three'}`} onSubmit={event => event.preventDefault()}>
      {whose && (
        <Select
          id="who"
          label={t('who')}
          value={filter.who ?? ''}
          onChange={choose('who')}
          options={[
            { value: '', label: t('everybody') },
            ...data.debtors.map(({ subject, name }) => ({
              value: subject ?? myself,
              label: subject === null ? t('me') : name,
            })),
          ]}
        />
      )}
      <Select
        id="year"
        label={t('year')}
        value={filter.year ?? ''}
        onChange={choose('year')}
        options={[
          { value: '', label: t('allYears') },
          ...data.years.map(year => ({ value: String(year), label: String(year) })),
        ]}
      />
      <Select
        id="kind"
        label={t('kind')}
        value={filter.kind ?? ''}
        onChange={choose('kind')}
        options={[
          { value: '', label: t('allKinds') },
          ...data.kinds.map(kind => ({ value: kind, label: isKeyOf(kindKeys, kind) ? t(kindKeys[kind]) : kind })),
        ]}
      />
      <Select
        id="state"
        label={t('state')}
        value={filter.state ?? ''}
        onChange={choose('state')}
        options={[
          { value: '', label: t('allStates') },
          ...(['open', 'overdue', 'enforcement', 'settled', 'cancelled'] as const).map(state => ({
            value: state,
            label: t(stateKeys[state]),
          })),
        ]}
      />
    </form>
  )
}

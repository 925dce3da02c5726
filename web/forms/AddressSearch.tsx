import { useQuery, keepPreviousData } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import type { AddressSuggestions } from '../../api/contract.ts'
import { call } from '../api.ts'
import { useWords } from '../language.tsx'
import { formWords } from '../words/forms.ts'
import { Combobox, type Found } from './Combobox.tsx'
import { LabelFrame } from './frames.tsx'
import type { Field } from './state.ts'

export type Suggestion = AddressSuggestions['addresses'][number]
const least = 3

/** Addresses of the register that fit what was typed; at most ten. */
function useAddresses(typed: string): Found<Suggestion> {
  const asked = typed.trim()
  const { data, isFetching, isError } = useQuery({
    queryKey: ['addresses', asked],
    queryFn: ({ signal }) =>
      call<AddressSuggestions>(
        'GET',
        `/addresses?${new URLSearchParams({ q: asked.slice(0, 100) })}`,
        undefined,
        signal,
      ),
    enabled: asked.length >= least,
    placeholderData: keepPreviousData,
    staleTime: 600_000,
    retry: false,
  })
  if (asked.length < least) return { state: 'idle', items: [] }
  if (isError) return { state: 'failed', items: [] }
  return { state: isFetching ? 'searching' : 'found', items: data?.addresses ?? [] }
}

interface Props {
  id: string
  label: string
  hint: string
  onChoose: (address: Suggestion) => void
  children?: ReactNode
}

/** Finds an address in the register while one types. It is help alone: who does not find theirs writes it by hand. */
export const AddressSearch = ({ id, label, hint, onChoose }: Props) => {
  const t = useWords(formWords)
  const nothing = () => {}
  const field: Field = {
    ...{ id, label, hint, pointer: '', schema: {}, options: {}, required: false, error: undefined },
    ...{ set: nothing, settle: nothing, left: nothing },
  }
  return (
    <LabelFrame field={field}>
      <Combobox
        field={field}
        initial=""
        label={t('addressResults')}
        search={useAddresses}
        keyOf={address => address.ruianCode}
        onChoose={onChoose}
        fill={address => address.text}
        news={({ state, items }) =>
          state === 'failed'
            ? t('addressFailed')
            : state === 'searching' && items.length === 0
              ? t('subjectSearching')
              : items.length === 0
                ? t('addressNone')
                : t('addressFound', { n: items.length })
        }
      >
        {address => <span className="subject-name">{address.text}</span>}
      </Combobox>
    </LabelFrame>
  )
}

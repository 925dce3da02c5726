import type { Basis, Principal } from '../../api/contract.ts'
import { day } from '../format.ts'
import { useLanguage, useWords } from '../language.tsx'
import { actingWords } from '../words/acting.ts'

/** Why somebody may act for another, in the words of {@link actingWords}. */
export const basisKeys = {
  poa: 'poa',
  parent: 'parent',
  guardian: 'guardian',
  statutory: 'statutory',
  'common-representative': 'commonRepresentative',
  employee: 'employee',
} as const satisfies Record<Basis, keyof typeof actingWords>

/** „na základě plné moci do 31. 12. 2027“ */
export const useBasis = (): ((mandate: Pick<Principal, 'basis' | 'validTo'>) => string) => {
  const t = useWords(actingWords)
  const l = useLanguage()
  return ({ basis, validTo }) =>
    [t(basisKeys[basis]), validTo && t('until', { day: day(validTo, l) })].filter(Boolean).join(' ')
}

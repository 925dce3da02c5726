import type { Mandate } from '../../../api/contract.ts'
import { day } from '../../format.ts'
import { useLanguage, useWords } from '../../language.tsx'
import { mandatesWords } from '../../words/mandates.ts'

/** „od 1. 1. 2026 do 31. 12. 2027“, or „od 1. 1. 2026, dokud ji někdo z vás neukončí“; to an `outsider` „do odvolání“. */
export const useValidity = (outsider = false): ((mandate: Pick<Mandate, 'validFrom' | 'validTo'>) => string) => {
  const t = useWords(mandatesWords)
  const l = useLanguage()
  return ({ validFrom, validTo }) =>
    validTo
      ? t('fromTo', { from: day(validFrom, l), to: day(validTo, l) })
      : `${t('from', { day: day(validFrom, l) })}, ${t(outsider ? 'untilEnded' : 'untilRevoked')}`
}

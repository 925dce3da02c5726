import { guides } from '../city/guides.ts'
import type { Guide } from '../city/guides.ts'
import type { City } from '../city/city.ts'
import { today } from '../forms/day.ts'
import type { Directory } from './officials/directory.ts'

/** The city's guides, read again at each new day, as their sums and terms change with it, and when officials have changed. */
export interface Library {
  guides(now: Date, officials: Directory): Guide[]
}

/** Throws GuideError at once if a guide is broken: better no start than a wrong guide. */
export function library(city: City): Library {
  let shelf = guides(city, today())
  let of: { day: string; officials: Directory } | undefined
  return {
    guides(now, officials) {
      const day = today(now)
      if (of?.day !== day || of.officials !== officials) {
        shelf = guides(city, day, officials.nameOf)
        of = { day, officials }
      }
      return shelf
    },
  }
}

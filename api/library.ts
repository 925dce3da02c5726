import { guides } from '../city/guides.ts'
import type { Guide } from '../city/guides.ts'
import type { City } from '../city/city.ts'
import { today } from '../forms/day.ts'

/** The city's guides, read again at each new day, as their sums and terms change with it. */
export interface Library {
  guides(now: Date): Guide[]
}

/** Throws GuideError at once if a guide is broken: better no start than a wrong guide. */
export function library(city: City): Library {
  let day = today()
  let shelf = guides(city, day)
  return {
    guides(now) {
      const asked = today(now)
      if (asked !== day) {
        shelf = guides(city, asked)
        day = asked
      }
      return shelf
    },
  }
}

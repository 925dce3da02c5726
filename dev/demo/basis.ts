import type { Ground } from '../../city/rates.ts'
import type { Text } from '../../city/schema.ts'

/** The law a kind of debt stands on; that much is certain even where the city has not confirmed its rate. */
const laws = {
  'local-fee': { cs: 'Zákon č. 565/1990 Sb., o místních poplatcích.', en: 'Act No. 565/1990 Sb., on local fees.' },
  sewerage: {
    cs: 'Smlouva o odvádění odpadních vod; zákon č. 274/2001 Sb., o vodovodech a kanalizacích.',
    en: 'Contract on sewerage; Act No. 274/2001 Sb., on water supply and sewerage.',
  },
} satisfies Record<string, Text>

/** Why a sum is owed: what the city confirmed, or the law alone with the advice to check the rate. */
export function basis(law: keyof typeof laws, ground: Ground): Text {
  if (ground.asLaw) return ground.text
  return { cs: `${laws[law].cs} ${ground.text.cs}`, en: `${laws[law].en} ${ground.text.en}` }
}

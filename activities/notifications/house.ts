import type { DefinitionContent } from '../../db/tables/cases.ts'

type Texts = DefinitionContent['texts']

/** Messages that the house sends in a case of any agenda, by names that no agenda can give: theirs have no colon. */
const houseTexts = {
  'house:note': {
    subject: { cs: 'Úřad vám napsal', en: 'The town hall has written to you' },
    body: {
      cs: '{from} vám k vašemu podání píše:\n\n{text}\n\nOdpovědět můžete přímo v podání na portálu. Pokud jsou ke zprávě přiložené soubory, najdete je tam také.',
      en: '{from} writes to you about your submission:\n\n{text}\n\nYou can answer in the submission on the portal. If there are files attached to the message, you find them there, too.',
    },
  },
} satisfies Texts
export type HouseText = keyof typeof houseTexts

/** The words of a message in a case, by its name: the agenda's own, or the house's. */
export const textOf = (texts: Texts, name: string): Texts[string] | undefined =>
  texts[name] ?? (houseTexts as Texts)[name]

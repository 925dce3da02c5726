import type { City } from '../../city/city.ts'
import type { DefinitionContent } from '../../db/tables/cases.ts'
import { fill } from './fill.ts'

export interface LetterRequest {
  language: 'cs' | 'en'
  text: DefinitionContent['texts'][string]
  values: Record<string, unknown>
  caseNumber: string
  caseUrl: string
  /** For somebody invited: the code that they may also type. */
  code?: string
}

/** A message to the citizen as a mail: the agenda's words, the case's number and address, and a person to turn to. */
export function letter(
  city: City,
  { language, text, values, caseNumber, caseUrl, code }: LetterRequest,
): { subject: string; text: string } {
  const body = fill(text.body[language], values, language)
  const foot =
    language === 'cs'
      ? `Číslo podání: ${caseNumber}\nPodrobnosti a další kroky: ${caseUrl}\n${code ? `Kód pozvánky: ${code}\n` : ''}\n${city.authority.cs}, tel. ${spaced(city.phone)}\nNa tuto zprávu neodpovídejte, odesílá ji portál.`
      : `Case number: ${caseNumber}\nDetails and next steps: ${caseUrl}\n${code ? `Invitation code: ${code}\n` : ''}\n${city.authority.en}, phone ${spaced(city.phone)}\nPlease do not reply, this message was sent by the portal.`
  const greeting = language === 'cs' ? 'Dobrý den,' : 'Good day,'
  return {
    subject: `${fill(text.subject[language], values, language)} (${caseNumber})`,
    text: `${greeting}\n\n${body}\n\n${foot}\n`,
  }
}

const spaced = (phone: string) => phone.replace(/^(\+420)(\d{3})(\d{3})(\d{3})$/, '$1 $2 $3 $4')

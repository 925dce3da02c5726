import { addDays } from '../../city/calendar.ts'
import { money } from '../../city/typeset.ts'
import type { Language, PaymentCalendar } from '../contract.ts'

const words = {
  name: { cs: 'Platby městu', en: 'Payments to the city' },
  due: { cs: 'Zaplatit', en: 'Pay' },
  part: { cs: 'splátka', en: 'instalment' },
}

/** The calendar of payments as iCalendar (RFC 5545): an event a due day, so that a program that reads it again finds the same ones. */
export function icsOf({ entries }: PaymentCalendar, portalUrl: string, language: Language, now: Date): string {
  const host = new URL(portalUrl).hostname
  const stamp = now.toISOString().replace(/[-:]|\.\d+/g, '')
  const events = entries.flatMap(({ liability, description, due, amount, instalment, for: whose }) => {
    const part = instalment ? `, ${words.part[language]} ${instalment.n}/${instalment.of}` : ''
    const summary = `${words.due[language]} ${money(amount, language)}: ${description[language]}${part}${whose ? ` (${whose})` : ''}`
    return [
      'BEGIN:VEVENT',
      `UID:${liability}-${instalment?.n ?? 0}@${host}`,
      `DTSTAMP:${stamp}`,
      `DTSTART;VALUE=DATE:${due.replaceAll('-', '')}`,
      `DTEND;VALUE=DATE:${addDays(due, 1).replaceAll('-', '')}`,
      `SUMMARY:${escaped(summary)}`,
      `URL:${portalUrl}/${language}/liabilities/${liability}`,
      'TRANSP:TRANSPARENT',
      'END:VEVENT',
    ]
  })
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    `PRODID:-//${host}//payments//${language.toUpperCase()}`,
    `X-WR-CALNAME:${escaped(words.name[language])}`,
    ...events,
    'END:VCALENDAR',
  ]
  return lines.map(line => `${folded(line)}\r\n`).join('')
}

const escaped = (text: string): string => text.replace(/[\\;,]/g, '\\$&').replace(/\r?\n/g, '\\n')

/** At most 75 bytes a line, the rest on lines that begin with a space; no letter is cut apart. */
function folded(line: string): string {
  const lines = ['']
  for (const letter of line) {
    const at = lines.length - 1
    const room = at === 0 ? 75 : 74
    if (Buffer.byteLength(`${lines[at]}${letter}`) > room) lines.push(letter)
    else lines[at] += letter
  }
  return lines.join('\r\n ')
}

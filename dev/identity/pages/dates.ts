import type { Language } from './texts.ts'

const formats = {
  cs: new Intl.DateTimeFormat('cs-CZ', { day: 'numeric', month: 'numeric', year: 'numeric', timeZone: 'UTC' }),
  en: new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' }),
}

/** A day 'YYYY-MM-DD' as people write it: '23. 4. 1987', '23 April 1987'. */
export function dayText(day: string, language: Language): string {
  return formats[language].format(new Date(`${day}T00:00:00Z`)).replaceAll(' ', '\u00a0')
}

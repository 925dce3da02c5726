import { Field } from '../../kit/Field.tsx'
import { useWords } from '../../language.tsx'
import { keyWords } from '../../words/desk.ts'

/** Whether a code is whole: twelve letters and digits, whatever stands between them. */
export const isWhole = (code: string): boolean => code.replace(/[^0-9a-z]/gi, '').length === 12

interface Props {
  value: string
  error: string | undefined
  onChange: (value: string) => void
}

/** The one-time code of the desk, as it is printed. */
export const CodeField = ({ value, error, onChange }: Props) => {
  const t = useWords(keyWords)
  return (
    <Field
      id="code"
      label={t('code')}
      hint={t('codeHint')}
      error={error}
      value={value}
      required
      autoComplete="one-time-code"
      autoCapitalize="characters"
      spellCheck={false}
      onChange={event => onChange(event.target.value)}
    />
  )
}

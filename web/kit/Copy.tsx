import { useState } from 'react'
import { shell } from '../words/shell.ts'
import { useWords } from '../language.tsx'
import { Button } from './Button.tsx'

/** Copies a value to the clipboard and says so. `what` names the value to those who do not see it. */
export const Copy = ({ value, what }: { value: string; what: string }) => {
  const t = useWords(shell)
  const [copied, setCopied] = useState(false)
  const copy = async (): Promise<void> => {
    await navigator.clipboard.writeText(value)
    setCopied(true)
    window.setTimeout(() => setCopied(false), 2500)
  }
  return (
    <span className="copy">
      <Button kind="plain" size="s" icon={copied ? 'check' : 'copy'} onClick={() => void copy()}>
        {t(copied ? 'copied' : 'copy')}
        <span className="sr-only"> {what}</span>
      </Button>
      <span role="status" className="sr-only">
        {copied ? t('copiedWhat', { what }) : ''}
      </span>
    </span>
  )
}

import { useEffect, useRef } from 'react'
import type { ReactNode } from 'react'
import type { FormDefinition } from '../../../../api/contract.ts'
import { CaseForm } from '../../../forms/CaseForm.tsx'
import { Button } from '../../../kit/Button.tsx'
import { Dialog } from '../../../kit/Dialog.tsx'
import { useWords } from '../../../language.tsx'
import { shell } from '../../../words/shell.ts'

interface Props {
  title: string
  lead?: ReactNode
  form: FormDefinition
  submitLabel: string
  /** Does it; what it throws is told in the dialog, which then stays open. */
  onSubmit: (data: unknown) => Promise<void>
  onClose: () => void
}

/** A dialog that asks for a few things before it does something. */
export const FormDialog = ({ title, lead, form, submitLabel, onSubmit, onClose }: Props) => {
  const s = useWords(shell)
  const box = useRef<HTMLDivElement>(null)
  useEffect(() => {
    // The form is drawn a moment after the dialog, which has taken the focus to itself.
    const first = requestAnimationFrame(() =>
      box.current?.querySelector<HTMLElement>('input, select, textarea')?.focus(),
    )
    return () => cancelAnimationFrame(first)
  }, [])
  return (
    <Dialog title={title} onClose={onClose}>
      {lead && <p>{lead}</p>}
      <div ref={box}>
        <CaseForm
          form={form}
          draftKey={null}
          submitLabel={submitLabel}
          beside={
            <Button kind="secondary" onClick={onClose}>
              {s('cancel')}
            </Button>
          }
          onSubmit={async data => {
            await onSubmit(data)
            return undefined
          }}
        />
      </div>
    </Dialog>
  )
}

import { useEffect, useId, useRef } from 'react'
import type { ReactNode } from 'react'

interface Props {
  title: string
  children: ReactNode
  /** Buttons under the words; a form inside brings its own. */
  actions?: ReactNode
  /** Called when the person leaves by Escape; without it the dialog stays. */
  onClose?: () => void
  /** For more than a question: a letter, a table. */
  wide?: boolean
}

/** A question that must be answered first. The browser keeps the focus inside and gives it back afterwards. */
export const Dialog = ({ title, children, actions, onClose, wide }: Props) => {
  const box = useRef<HTMLDialogElement>(null)
  const id = useId()
  useEffect(() => {
    const dialog = box.current
    const before = document.activeElement
    if (dialog && !dialog.open) dialog.showModal()
    return () => {
      dialog?.close()
      // What opened it may be gone, as a line that was removed is.
      const back = before instanceof HTMLElement && before.isConnected ? before : document.querySelector('h1')
      back?.focus()
    }
  }, [])
  return (
    <dialog
      ref={box}
      className={`dialog${wide ? ' wide' : ''}`}
      aria-labelledby={id}
      onCancel={event => {
        event.preventDefault()
        onClose?.()
      }}
    >
      <h2 id={id}>{title}</h2>
      <div className="dialog-body">{children}</div>
      {actions && <div className="actions">{actions}</div>}
    </dialog>
  )
}

import { useEffect, useRef } from 'react'
import { Alert } from './Alert.tsx'

/** The mistakes of a form in one place, each a link to its field. Takes the focus when it appears: give it a new `key` at each try to send. */
export const ErrorSummary = ({
  title,
  errors,
}: {
  title: string
  errors: readonly { id: string; message: string }[]
}) => {
  const box = useRef<HTMLDivElement>(null)
  useEffect(() => box.current?.focus(), [])
  return (
    <Alert tone="error" title={title} role="alert" ref={box}>
      <ul className="error-links">
        {errors.map(error => (
          <li key={error.id}>
            <a
              href={`#${error.id}`}
              onClick={event => {
                event.preventDefault()
                document.getElementById(error.id)?.focus()
              }}
            >
              {error.message}
            </a>
          </li>
        ))}
      </ul>
    </Alert>
  )
}

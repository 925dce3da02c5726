import { useRef, useState } from 'react'
import { Button } from '../../kit/Button.tsx'
import { Dialog } from '../../kit/Dialog.tsx'
import { Failure } from '../../kit/Failure.tsx'
import { tell } from '../../queries.ts'

interface Props {
  caseId: string
  title: string
  text: string
  yes: string
  no: string
  onClose: () => void
}

/** Asks once more before a case is taken back. */
export const Withdraw = ({ caseId, title, text, yes, no, onClose }: Props) => {
  const [busy, setBusy] = useState(false)
  const [failure, setFailure] = useState<unknown>(null)
  // One id for all tries: pressing twice, or again after a lost answer, withdraws once.
  const id = useRef(crypto.randomUUID())
  const withdraw = async (): Promise<void> => {
    setBusy(true)
    try {
      await tell(caseId, { id: id.current, kind: 'withdraw' })
      onClose()
    } catch (cause) {
      setFailure(cause)
      setBusy(false)
    }
  }
  return (
    <Dialog
      title={title}
      onClose={onClose}
      actions={
        <>
          <Button kind="danger" busy={busy} onClick={() => void withdraw()}>
            {yes}
          </Button>
          <Button kind="plain" onClick={onClose}>
            {no}
          </Button>
        </>
      }
    >
      <p>{text}</p>
      {failure !== null && <Failure cause={failure} />}
    </Dialog>
  )
}

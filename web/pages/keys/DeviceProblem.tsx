import { Alert } from '../../kit/Alert.tsx'
import { Failure } from '../../kit/Failure.tsx'
import { useWords } from '../../language.tsx'
import { DeviceRefused } from '../../passkey.ts'
import { keyWords } from '../../words/desk.ts'

/** What went wrong with a passkey: on the device, or at the portal. */
export const DeviceProblem = ({ cause }: { cause: unknown }) => {
  const t = useWords(keyWords)
  if (!(cause instanceof DeviceRefused)) return <Failure cause={cause} />
  return (
    <Alert tone={cause.why === 'unsupported' ? 'error' : 'warning'} title={t(cause.why)} role="alert">
      <p>{t(`${cause.why}Text`)}</p>
    </Alert>
  )
}

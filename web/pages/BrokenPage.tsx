import { ApiProblem } from '../api.ts'
import { Button } from '../kit/Button.tsx'
import { Failure } from '../kit/Failure.tsx'
import { useWords } from '../language.tsx'
import { Page } from '../layout/Page.tsx'
import { shell } from '../words/shell.ts'

/** When a page cannot be shown at all: what happened, what to do, and that nothing is lost. */
export const BrokenPage = ({ cause }: { cause: unknown }) => {
  const t = useWords(shell)
  return (
    <Page title={t('brokenTitle')} lead={t('brokenText')}>
      {cause instanceof ApiProblem && <Failure cause={cause} />}
      <div className="actions">
        <Button onClick={() => window.location.reload()}>{t('reload')}</Button>
      </div>
    </Page>
  )
}

import { useState } from 'react'
import { instant } from '../format.ts'
import { Alert } from '../kit/Alert.tsx'
import { Button } from '../kit/Button.tsx'
import { Dialog } from '../kit/Dialog.tsx'
import { useLanguage, useWords } from '../language.tsx'
import { formWords } from '../words/forms.ts'
import type { DraftKeeper, DraftState } from './draft.ts'

interface Props {
  draft: DraftKeeper
  state: DraftState
  initial: unknown
}

/** Says that the form goes on from earlier, and lets one begin anew. */
export const Restored = ({ draft, state, initial }: Props) => {
  const t = useWords(formWords)
  const l = useLanguage()
  const [sure, setSure] = useState(false)
  if (state.restored === null) return null
  return (
    <Alert title={t('restoredTitle')} role="status">
      <p>{t('restored', { when: instant(state.restored, l) })}</p>
      <p>
        <Button kind="secondary" size="s" onClick={() => setSure(true)}>
          {t('startOver')}
        </Button>
      </p>
      {sure && (
        <Dialog
          title={t('startOverTitle')}
          onClose={() => setSure(false)}
          actions={
            <>
              <Button kind="danger" onClick={() => void draft.startOver(initial)}>
                {t('startOverYes')}
              </Button>
              <Button kind="secondary" onClick={() => setSure(false)}>
                {t('keepDraft')}
              </Button>
            </>
          }
        >
          <p>{t('startOverText')}</p>
        </Dialog>
      )}
    </Alert>
  )
}

/** Asks which of two versions to keep when the form was changed on another device too. */
export const Conflict = ({ draft, state }: Omit<Props, 'initial'>) => {
  const t = useWords(formWords)
  const l = useLanguage()
  if (!state.theirs) return null
  return (
    <Dialog
      title={t('conflictTitle')}
      actions={
        <>
          <Button onClick={() => void draft.keepMine()}>{t('keepMine')}</Button>
          <Button kind="secondary" onClick={() => draft.takeTheirs()}>
            {t('takeTheirs')}
          </Button>
        </>
      }
    >
      <p>{t('conflict', { when: instant(state.theirs.updatedAt, l) })}</p>
    </Dialog>
  )
}

/** How the draft is doing. Not read aloud at each saving, only when it fails. */
export const Saved = ({ state }: { state: DraftState }) => {
  const t = useWords(formWords)
  const l = useLanguage()
  if (state.saving === 'failed')
    return (
      <p className="fine" role="status">
        {t('unsaved')}
      </p>
    )
  const time = state.savedAt && instant(state.savedAt, l).replace(/^.*\u00a0(?=[\d:]+$)/, '')
  return <p className="fine saved">{time ? t('saved', { time }) : '\u00a0'}</p>
}

import { useState } from 'react'
import { Button } from '../../../kit/Button.tsx'
import { Dialog } from '../../../kit/Dialog.tsx'
import { useWords } from '../../../language.tsx'
import { keysWords } from '../../../words/keys.ts'
import { shell } from '../../../words/shell.ts'
import { useKeys, useKeysOn } from './keys.ts'

const groups = [
  {
    title: 'inList',
    keys: [
      [['j', '↓'], 'next'],
      [['k', '↑'], 'previous'],
      [['Enter'], 'open'],
      [['x'], 'select'],
      [['/'], 'search'],
    ],
  },
  {
    title: 'withTask',
    keys: [
      [['c'], 'claim'],
      [['a'], 'assign'],
      [['r'], 'release'],
      [['h'], 'handOver'],
    ],
  },
  {
    title: 'inTask',
    keys: [
      [['d'], 'decision'],
      [['p'], 'preview'],
      [['Ctrl+Enter'], 'decide'],
      [['g', 'i'], 'inbox'],
    ],
  },
] as const

/** The button that tells which keys there are, and the key `?` that does the same. */
export const KeysHelp = () => {
  const t = useWords(keysWords)
  const [open, setOpen] = useState(false)
  useKeys({ '?': () => setOpen(true) })
  return (
    <>
      <p className="keys-help">
        <Button kind="plain" size="s" icon="keyboard" onClick={() => setOpen(true)}>
          {t('button')}
        </Button>
      </p>
      {open && <Help onClose={() => setOpen(false)} />}
    </>
  )
}

const Help = ({ onClose }: { onClose: () => void }) => {
  const t = useWords(keysWords)
  const s = useWords(shell)
  const [on, switchTo] = useKeysOn()
  return (
    <Dialog title={t('title')} onClose={onClose} actions={<Button onClick={onClose}>{s('close')}</Button>}>
      <p className="fine">{t('lead')}</p>
      {groups.map(group => (
        <section key={group.title} aria-labelledby={`keys-${group.title}`}>
          <h3 id={`keys-${group.title}`}>{t(group.title)}</h3>
          <dl className="keys">
            {group.keys.map(([keys, what]) => (
              <div key={what}>
                <dt>
                  {keys.map((key, at) => (
                    <span key={key}>
                      {at > 0 && ` ${t(what === 'inbox' ? 'after' : 'or')} `}
                      <kbd>{key}</kbd>
                    </span>
                  ))}
                </dt>
                <dd>{t(what)}</dd>
              </div>
            ))}
          </dl>
        </section>
      ))}
      <label className="keys-switch">
        <input type="checkbox" checked={on} onChange={event => switchTo(event.target.checked)} />
        <span>{t('on')}</span>
      </label>
    </Dialog>
  )
}

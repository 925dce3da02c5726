import type { DeskPerson } from '../../../api/contract.ts'
import { Alert } from '../../kit/Alert.tsx'
import { Button } from '../../kit/Button.tsx'
import { Failure } from '../../kit/Failure.tsx'
import { Tag } from '../../kit/Tag.tsx'
import { Moment } from '../../kit/values.tsx'
import { useWords } from '../../language.tsx'
import { deskWords } from '../../words/desk.ts'
import { AccountFacts } from './Candidates.tsx'
import { Code } from './Code.tsx'
import { DeskFrame } from './DeskFrame.tsx'
import { Matters } from './Matters.tsx'
import { Pairing } from './Pairing.tsx'
import { act } from './queries.ts'
import { useAct } from './useAct.ts'

/** Everything that can be done for the person at the desk. */
export const PersonPage = () => (
  <DeskFrame title={person => person.name}>
    {(person, { agendas }) => (
      <div className="with-aside">
        <div>
          <Matters person={person.id} agendas={agendas} key={person.subject} />
        </div>
        <aside className="stack">
          <CheckFacts person={person} />
          {person.others.length > 0 && <Others person={person} />}
          <Pairing person={person} />
          <Code person={person} />
        </aside>
      </div>
    )}
  </DeskFrame>
)

const CheckFacts = ({ person }: { person: DeskPerson }) => {
  const t = useWords(deskWords)
  const { document, register, at } = person.check
  const { run, busy, failure } = useAct()
  return (
    <section className="card stack" aria-labelledby="check">
      <h2 id="check">{t('checkTitle')}</h2>
      <dl className="facts facts-row desk-facts">
        <div>
          <dt>{t('document')}</dt>
          <dd>{t('docEnd', { kind: t(document.kind), end: document.end })}</dd>
        </div>
        <div>
          <dt>{t('at')}</dt>
          <dd>
            <Moment value={at} />
          </dd>
        </div>
        <div>
          <dt>{t('address')}</dt>
          <dd>{person.address ?? '–'}</dd>
        </div>
        <div>
          <dt>{t('register')}</dt>
          <dd>
            <Tag tone={register === 'confirmed' ? 'success' : 'warning'}>{t(register)}</Tag>
          </dd>
        </div>
      </dl>
      {register !== 'confirmed' && (
        <>
          <p className="fine">{t('uncheckedText')}</p>
          <Button kind="secondary" size="s" busy={busy} onClick={() => void run(() => act(person.id, 'register'))}>
            {t('askAgain')}
          </Button>
        </>
      )}
      {failure !== null && <Failure cause={failure} />}
    </section>
  )
}

const Others = ({ person }: { person: DeskPerson }) => {
  const t = useWords(deskWords)
  const { run, busy, failure } = useAct()
  return (
    <section className="stack" aria-labelledby="others">
      <Alert tone="warning" title={<span id="others">{t('othersTitle')}</span>}>
        <p>{t('othersText')}</p>
      </Alert>
      {failure !== null && <Failure cause={failure} />}
      {person.others.map(account => (
        <div key={account.id} className="card stack">
          <AccountFacts account={account} />
          <Button
            kind="secondary"
            size="s"
            busy={busy}
            onClick={() => void run(() => act(person.id, 'join', { account: account.id }))}
          >
            {t('join')}
          </Button>
        </div>
      ))}
    </section>
  )
}

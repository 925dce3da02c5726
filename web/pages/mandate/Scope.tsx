import type { MandateAction, Scope as ScopeList } from '../../../api/contract.ts'
import { usePick, useWords } from '../../language.tsx'
import { mandatesWords } from '../../words/mandates.ts'

const actionKeys = {
  view: 'view',
  pay: 'pay',
  file: 'file',
  receive: 'receive',
  revoke: 'revoke',
  'sub-delegate': 'subDelegate',
} as const satisfies Record<MandateAction, keyof typeof mandatesWords>

/** What a mandate allows, in words: matters in which the same is allowed stand together. `short`: each in one line. */
export const Scope = ({ scope, short }: { scope: ScopeList; short?: boolean }) => {
  const t = useWords(mandatesWords)
  const pick = usePick()
  const together = Map.groupBy(scope, part => part.actions.join())
  return (
    <ul className="plain scope">
      {[...together].map(([key, parts]) => (
        <li key={key}>
          <span className="scope-what">{parts.map(part => pick(part.title)).join(', ')}</span>
          {short ? (
            `: ${parts[0]?.actions.map(action => t(actionKeys[action])).join(', ')}`
          ) : (
            <ul>
              {parts[0]?.actions.map(action => (
                <li key={action}>{t(actionKeys[action])}</li>
              ))}
            </ul>
          )}
        </li>
      ))}
    </ul>
  )
}

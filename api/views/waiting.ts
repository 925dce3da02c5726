import type { OpenStep } from '../../db/tables/cases.ts'
import type { Words } from '../contract.ts'
import { dayWords, limitWords, words } from './words.ts'

/** Who is awaited, in one line. `department` is the name of the one responsible, `people` those the case knows by role. */
export function awaited(
  step: OpenStep,
  department: Words,
  people: { principal?: string | null; party?: string | undefined; mine?: boolean } = {},
): Words {
  if (step.kind === 'clerk') {
    const due = step.due ? dayWords(step.due) : undefined
    return words(
      `Vyřizuje ${department.cs}${due ? `, nejpozději ${due.cs}` : ''}`,
      `${department.en} is working on it${due ? `, at the latest by ${due.en}` : ''}`,
    )
  }
  if (step.frozenBy === 'suspended')
    return words(
      `Zmocnění je pozastavené. Pokračovat může zmocnitel: ${people.principal ?? ''}`,
      `The mandate is suspended. The principal may go on: ${people.principal ?? ''}`,
    )
  if (step.frozenBy === 'principal-gone')
    return words(
      `Zmocnitel zemřel nebo zanikl (${people.principal ?? ''}). Čekáme na toho, kdo nastoupí na jeho místo.`,
      `The principal has died or been dissolved (${people.principal ?? ''}). We are waiting for their successor.`,
    )
  if (step.frozen)
    return words(
      `Zmocnění skončilo. Čekáme na zmocnitele: ${people.principal ?? ''}`,
      `The mandate has ended. We are waiting for the principal: ${people.principal ?? ''}`,
    )
  if (step.anytime) return words('Teď není potřeba nic dělat', 'Nothing needs to be done now')
  if (step.by !== 'citizen' && people.mine !== true)
    return words(`Čekáme na: ${people.party ?? ''}`, `We are waiting for ${people.party ?? ''}`)
  if (step.kind === 'form') return words('Čekáme na vás', 'We are waiting for you')
  if (step.pay?.state === 'connecting')
    return words('Připravujeme platební stránku', 'We are preparing the payment page')
  if (step.pay?.state === 'asking')
    return words(
      'Ptáme se platební brány, jak platba dopadla',
      'We are asking the payment gateway how the payment ended',
    )
  return words('Čekáme na vaši platbu', 'We are waiting for your payment')
}

/** What happens if nothing comes; null where silence changes nothing. `mine`: the reader is the one who is awaited. */
export function otherwise(step: OpenStep, mine = true): Words | null {
  if (step.kind === 'clerk')
    return step.late
      ? words(
          'Lhůta úřadu uplynula. Úkol má vedoucí, vaše podání trvá dál.',
          'The office is late. The head of the department has the task; your submission stands.',
        )
      : step.due
        ? words(
            'Když to úřad nestihne, dostane úkol vedoucí. Vaše podání trvá dál.',
            'If the office is late, the head of the department gets the task. Your submission stands.',
          )
        : null
  if (!step.until || step.anytime) return null
  const until = limitWords(step.until)
  if (step.by !== 'citizen' && !mine)
    return words(
      `Když do ${until.cs} nepřijde odpověď, podání se uzavře.`,
      `If no answer comes by ${until.en}, the case will be closed.`,
    )
  return step.kind === 'pay'
    ? words(
        `Když do ${until.cs} nezaplatíte, platba propadne. Nic se vám nestrhne a závazek zůstane, jak byl.`,
        `If you do not pay by ${until.en}, this payment lapses. Nothing is charged and the debt stays as it was.`,
      )
    : words(
        `Když do ${until.cs} neodpovíte, podání se uzavře.`,
        `If you do not answer by ${until.en}, the case will be closed.`,
      )
}

import type { Definition } from '../forms/definition.ts'
import type { Agenda } from '../workflows/agenda.ts'
import { agendas } from '../workflows/agendas/index.ts'
import type { Deps } from './deps.ts'
import { Refusal } from './errors.ts'

/**
 * An agenda that a citizen may start, with its first form. Throws Refusal `unknown-agenda` for those only the house starts,
 * and in production for examples (ids that begin with `_`).
 */
export function startable(id: string, { settings }: Pick<Deps, 'settings'>): { agenda: Agenda; form: Definition } {
  const agenda = agendas.get(id)
  const form = agenda?.forms[agenda.first]
  const hidden = id.startsWith('_') && settings.environment === 'production'
  if (!agenda || !form || agenda.starts !== 'citizen' || hidden) throw new Refusal('unknown-agenda')
  return { agenda, form }
}

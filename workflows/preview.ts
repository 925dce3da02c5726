import type { Agenda, Lookups } from './agenda.ts'
import { happyCase } from './happy.ts'
import { settled, stage, type Move, type PlayOptions, type Stage, type Story } from './play.ts'

/** What would follow a decision, until the case waits again or ends. */
export interface Foreseen {
  notified: Story['notified']
  issued: Story['issued']
  /** null while the case goes on. */
  outcome: string | null
  waits: { step: string; kind: 'form' | 'clerk' | 'pay'; role?: string }[]
  /** Look-ups whose happy answers were taken for granted after the decision. */
  assumed: (keyof Lookups)[]
}

/**
 * Runs an agenda in memory through what has happened in a case, then through a decision that nobody has made yet. Nothing of it
 * reaches the world. null when the past does not lead to an open step of the decision: it cannot be told what would follow.
 */
export async function foresee(
  agenda: Agenda,
  past: readonly Move[],
  decision: Move & { answer: string },
  about: Pick<PlayOptions, 'citizen' | 'number'>,
): Promise<Foreseen | null> {
  // a case that began before a change of its agenda goes the old way where the new one does not fit its past
  for (const since of [true, false]) {
    const asked: (keyof Lookups)[] = []
    const scene = stage(agenda, { ...about, since, do: listening(asked) })
    if (!(await leadsTo(scene, past, decision.answer))) continue
    const before = { notified: scene.story.notified.length, issued: scene.story.issued.length }
    asked.length = 0
    scene.make(decision)
    await settled()
    return {
      outcome: scene.ended() ? scene.story.outcome : null,
      notified: scene.story.notified.slice(before.notified),
      issued: scene.story.issued.slice(before.issued),
      waits: [...scene.open].map(([step, { kind, role }]) => ({ step, kind, ...(role !== undefined && { role }) })),
      assumed: [...new Set(asked)],
    }
  }
  return null
}

/** Plays the past; whether the step waits to be decided after it. */
async function leadsTo(scene: Stage, past: readonly Move[], step: string): Promise<boolean> {
  try {
    for (const move of past) {
      await settled()
      scene.make(move)
    }
    await settled()
    return !scene.ended() && scene.open.has(step)
  } catch {
    return false
  }
}

/** The happy answers, keeping which were asked for. */
const listening = (asked: (keyof Lookups)[]): Lookups =>
  new Proxy(happyCase, {
    get(answers, name: keyof Lookups) {
      asked.push(name)
      return answers[name]
    },
  })

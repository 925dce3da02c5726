import { Inbox, InboxQuery } from '../../contract.ts'
import { agendasThere, counts, teamOf } from '../../inbox/counts.ts'
import { markOf, parseMark } from '../../inbox/marks.ts'
import { pageQuery } from '../../inbox/page.ts'
import { reachOf } from '../../inbox/reach.ts'
import { tasksById, taskSummary } from '../../inbox/rows.ts'
import { route } from '../../route.ts'

const PAGE = 20

export const list = [
  route({
    method: 'get',
    path: '/api/inbox',
    summary: 'Tasks of my inboxes by view, filters and order, 20 a page.',
    who: 'official',
    query: InboxQuery,
    answers: { 200: Inbox },
    refuses: ['forbidden'],
    async handle({ who, query }, deps) {
      const { db } = deps
      const { after, ...filter } = query
      const reach = await reachOf(db, who.official, deps.now())
      const page = pageQuery(reach, { filter, limit: PAGE + 1, after: parseMark(after) })
      const [{ rows }, counted, agendas, colleagues] = await Promise.all([
        page.execute(db),
        counts(deps, reach),
        agendasThere(db, reach),
        teamOf(db, reach),
      ])
      const shown = rows.slice(0, PAGE)
      const tasks = await tasksById(
        db,
        shown.map(({ id }) => id),
      )
      const last = shown.at(-1)
      return {
        status: 200,
        body: {
          ...counted,
          agendas,
          colleagues,
          tasks: tasks.map(row => taskSummary(deps, reach, row)),
          next: rows.length > PAGE && last ? markOf(last) : null,
        },
      }
    },
  }),
]

import { lazy } from 'react'
import type { ComponentType } from 'react'
import type { RouteObject } from 'react-router'
import { OfficialsOnly } from '../../layout/Guard.tsx'
import { underWay } from '../../layout/moving.ts'

const later = (load: () => Promise<ComponentType>) => ({
  Component: lazy(async () => ({ default: await underWay(load()) })),
})

/** The pages of officials. */
export const officeRoutes: RouteObject[] = [
  {
    path: 'office',
    Component: OfficialsOnly,
    children: [
      { index: true, ...later(() => import('./InboxPage.tsx').then(m => m.InboxPage)) },
      { path: 'absences', ...later(() => import('./AbsencesPage.tsx').then(m => m.AbsencesPage)) },
      { path: 'tasks/:id', ...later(() => import('./TaskPage.tsx').then(m => m.TaskPage)) },
    ],
  },
]

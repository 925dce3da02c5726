import { lazy } from 'react'
import type { ComponentType } from 'react'
import type { RouteObject } from 'react-router'
import { OfficialsOnly } from '../../layout/Guard.tsx'
import { underWay } from '../../layout/moving.ts'

const later = (load: () => Promise<ComponentType>) => ({
  Component: lazy(async () => ({ default: await underWay(load()) })),
})

/** The pages of the desk, for officials with that duty; the API holds everybody else out. */
export const deskRoutes: RouteObject[] = [
  {
    path: 'office/desk',
    Component: OfficialsOnly,
    children: [
      { index: true, ...later(() => import('./DeskPage.tsx').then(m => m.DeskPage)) },
      { path: ':person', ...later(() => import('./PersonPage.tsx').then(m => m.PersonPage)) },
      { path: ':person/file/:agenda', ...later(() => import('./FilePage.tsx').then(m => m.FilePage)) },
      { path: ':person/cases/:id', ...later(() => import('./DeskCasePage.tsx').then(m => m.DeskCasePage)) },
    ],
  },
]

import { lazy } from 'react'
import type { ComponentType } from 'react'
import type { RouteObject } from 'react-router'
import { AdminsOnly, OfficialsOnly, TreasurersOnly } from '../../layout/Guard.tsx'
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
      {
        Component: AdminsOnly,
        children: [
          { path: 'contacts', ...later(() => import('./officials/OfficialsPage.tsx').then(m => m.OfficialsPage)) },
          {
            path: 'contacts/new',
            ...later(() => import('./officials/NewOfficialPage.tsx').then(m => m.NewOfficialPage)),
          },
          { path: 'contacts/:id', ...later(() => import('./officials/OfficialPage.tsx').then(m => m.OfficialPage)) },
        ],
      },
      { path: 'mandates', ...later(() => import('./mandates/OfficeMandatesPage.tsx').then(m => m.OfficeMandatesPage)) },
      {
        path: 'mandates/:id',
        ...later(() => import('./mandates/OfficeMandatePage.tsx').then(m => m.OfficeMandatePage)),
      },
      {
        Component: TreasurersOnly,
        children: [
          { path: 'money', ...later(() => import('./money/StatementsPage.tsx').then(m => m.StatementsPage)) },
          { path: 'money/imports', ...later(() => import('./money/ImportsPage.tsx').then(m => m.ImportsPage)) },
          { path: 'money/exports', ...later(() => import('./money/ExportsPage.tsx').then(m => m.ExportsPage)) },
          { path: 'money/days', ...later(() => import('./money/DaysPage.tsx').then(m => m.DaysPage)) },
          { path: 'money/months/:month', ...later(() => import('./money/MonthPage.tsx').then(m => m.MonthPage)) },
          { path: 'money/days/:day', ...later(() => import('./money/DayPage.tsx').then(m => m.DayPage)) },
          {
            path: 'money/statements/:id',
            ...later(() => import('./money/StatementPage.tsx').then(m => m.StatementPage)),
          },
        ],
      },
      { path: 'tasks/:id', ...later(() => import('./TaskPage.tsx').then(m => m.TaskPage)) },
    ],
  },
]

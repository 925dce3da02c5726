import { lazy, useState } from 'react'
import type { ComponentType } from 'react'
import { Navigate } from 'react-router'
import type { RouteObject } from 'react-router'
import type { Language } from '../api/contract.ts'
import { preferredLanguage } from './language.tsx'
import { CitizensOnly } from './layout/Guard.tsx'
import { Layout } from './layout/Layout.tsx'
import { underWay } from './layout/moving.ts'
import { hasSignedOut } from './layout/sign-out.ts'
import { deskRoutes } from './pages/desk/routes.ts'
import { HomePage } from './pages/HomePage.tsx'
import { officeRoutes } from './pages/office/routes.ts'
import { paths } from './paths.ts'

/** A page whose code is fetched when somebody goes there; until it is here, the page before it stays. */
const later = (load: () => Promise<ComponentType>) => ({
  Component: lazy(async () => ({ default: await underWay(load()) })),
})

const pages: RouteObject[] = [
  { index: true, Component: HomePage },
  { path: 'guides', ...later(() => import('./pages/GuidesPage.tsx').then(m => m.GuidesPage)) },
  { path: 'guides/:slug', ...later(() => import('./pages/GuidePage.tsx').then(m => m.GuidePage)) },
  { path: 'contacts', ...later(() => import('./pages/ContactsPage.tsx').then(m => m.ContactsPage)) },
  { path: 'signing-in', ...later(() => import('./pages/SignInPage.tsx').then(m => m.SignInPage)) },
  { path: 'signing-in/desk', ...later(() => import('./pages/keys/ByCodePage.tsx').then(m => m.ByCodePage)) },
  { path: 'slip', ...later(() => import('./pages/slip/SlipPage.tsx').then(m => m.SlipPage)) },
  { path: 'slip/:ticket', ...later(() => import('./pages/slip/SlipPaymentPage.tsx').then(m => m.SlipPaymentPage)) },
  { path: 'reminder/:ticket', ...later(() => import('./pages/reminders/LinkPage.tsx').then(m => m.LinkPage)) },
  { path: 'reminder/:ticket/stop', ...later(() => import('./pages/reminders/StopPage.tsx').then(m => m.StopPage)) },
  { path: 'signed-out', ...later(() => import('./pages/SignedOutPage.tsx').then(m => m.SignedOutPage)) },
  { path: 'accessibility', ...later(() => import('./pages/AccessibilityPage.tsx').then(m => m.AccessibilityPage)) },
  { path: 'privacy', ...later(() => import('./pages/PrivacyPage.tsx').then(m => m.PrivacyPage)) },
  {
    Component: CitizensOnly,
    children: [
      { path: 'liabilities', ...later(() => import('./pages/LiabilitiesPage.tsx').then(m => m.LiabilitiesPage)) },
      { path: 'liabilities/:id', ...later(() => import('./pages/LiabilityPage.tsx').then(m => m.LiabilityPage)) },
      { path: 'calendar', ...later(() => import('./pages/calendar/CalendarPage.tsx').then(m => m.CalendarPage)) },
      { path: 'basket', ...later(() => import('./pages/BasketPage.tsx').then(m => m.BasketPage)) },
      { path: 'payments/:id', ...later(() => import('./pages/PaymentPage.tsx').then(m => m.PaymentPage)) },
      { path: 'documents', ...later(() => import('./pages/DocumentsPage.tsx').then(m => m.DocumentsPage)) },
      { path: 'cases', ...later(() => import('./pages/CasesPage.tsx').then(m => m.CasesPage)) },
      { path: 'cases/:id', ...later(() => import('./pages/CasePage.tsx').then(m => m.CasePage)) },
      { path: 'start/:agenda', ...later(() => import('./pages/StartPage.tsx').then(m => m.StartPage)) },
      { path: 'mandates', ...later(() => import('./pages/MandatesPage.tsx').then(m => m.MandatesPage)) },
      { path: 'mandates/:id', ...later(() => import('./pages/MandatePage.tsx').then(m => m.MandatePage)) },
      { path: 'invitation', ...later(() => import('./pages/InvitationPage.tsx').then(m => m.InvitationPage)) },
      { path: 'profile/desk-code', ...later(() => import('./pages/keys/DeskCodePage.tsx').then(m => m.DeskCodePage)) },
      { path: 'profile', ...later(() => import('./pages/ProfilePage.tsx').then(m => m.ProfilePage)) },
    ],
  },
  ...officeRoutes,
  ...deskRoutes,
  { path: '*', ...later(() => import('./pages/NotFoundPage.tsx').then(m => m.NotFoundPage)) },
]

const inLanguage = (language: Language): RouteObject => ({
  path: `/${language}`,
  element: <Layout language={language} />,
  children: pages,
})

/** The front door, where the identity provider leads too after signing out. */
const FrontDoor = () => {
  const [signedOut] = useState(hasSignedOut)
  const l = preferredLanguage()
  return <Navigate replace to={signedOut ? paths.signedOut(l) : paths.home(l)} />
}
const Lost = () => <Navigate replace to={`${paths.home(preferredLanguage())}/not-found`} />

/** The table of contents: every page of the portal, under the code of its language. */
export const routes: RouteObject[] = [
  { path: '/', Component: FrontDoor },
  inLanguage('cs'),
  inLanguage('en'),
  { path: '*', Component: Lost },
]

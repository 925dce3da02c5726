import './styles/main.css'
import { QueryClientProvider } from '@tanstack/react-query'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { BrowserRouter, useRoutes } from 'react-router'
import { catalogueQuery, client, sessionQuery } from './queries.ts'
import { ActingProvider } from './acting/acting.tsx'
import { Keeping } from './acting/Keeping.tsx'
import { backInTab } from './acting/tab.ts'
import { routes } from './routes.tsx'
import { SessionProvider } from './session.tsx'

// Every page needs these two: they are asked for before anything is drawn.
void client.prefetchQuery(sessionQuery)
void client.prefetchQuery(catalogueQuery)
backInTab()

// Text is first drawn in its own font, so that nothing moves when the font comes; but nobody waits long for a font.
const fonts = Promise.all(['400', '500', '700'].map(weight => document.fonts.load(`${weight} 1rem Roboto`, 'aě')))
await Promise.race([fonts.catch(() => []), new Promise(enough => window.setTimeout(enough, 1500))])

const Pages = () => useRoutes(routes)

const root = document.getElementById('root')
if (!root) throw new Error('The page has no element #root to draw into')
createRoot(root).render(
  <StrictMode>
    <QueryClientProvider client={client}>
      <SessionProvider>
        {/* The plain router: its data router is 18 kB more, a seventh of the first page, and the queries do its work. */}
        <BrowserRouter>
          <Keeping>
            <ActingProvider>
              <Pages />
            </ActingProvider>
          </Keeping>
        </BrowserRouter>
      </SessionProvider>
    </QueryClientProvider>
  </StrictMode>,
)

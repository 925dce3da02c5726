import type { MeansId } from '../means.ts'
import type { Html } from './html.ts'
import { html } from './html.ts'

/** Line drawings on a 24 × 24 grid; decoration only, hence hidden from assistive technology. */
const paths: Record<MeansId, string> = {
  bankid: 'M3 10l9-6 9 6M5 10v8M10 10v8M14 10v8M19 10v8M3 21h18',
  eobcanka:
    'M3 6h18v12H3zM7 15c.5-2 4.500-2 5 0M9.500 11.500a1.500 1.500 0 1 0 0-3 1.500 1.500 0 0 0 0 3M15 10h3M15 13h3',
  mobilniklic:
    'M8 3h8a1 1 0 0 1 1 1v16a1 1 0 0 1-1 1H8a1 1 0 0 1-1-1V4a1 1 0 0 1 1-1zM11 18h2M10 10l1.500 1.500L14.500 8.500',
  mojeid: 'M12 12a4 4 0 1 0 0-8 4 4 0 0 0 0 8zM5 21c0-4 3-6 7-6s7 2 7 6',
  'mojeid-password': 'M12 12a4 4 0 1 0 0-8 4 4 0 0 0 0 8zM3 16h18v5H3zM7 18.500h.01M12 18.500h.01M17 18.500h.01',
  databox: 'M3 6h18v12H3zM3 7l9 7 9-7',
  employee: 'M4 21V8l8-5 8 5v13M9 21v-6h6v6M9 11h.01M15 11h.01',
}

export function icon(means: MeansId): Html {
  return html`<svg viewBox="0 0 24 24" aria-hidden="true" focusable="false"><path d="${paths[means]}" /></svg>`
}

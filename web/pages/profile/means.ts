import type { signin } from '../../words/signin.ts'

/** How the means of signing in are called; the provider may have others. */
export const meansKeys = {
  bankid: 'bank',
  mobilniklic: 'mobile',
  eobcanka: 'card',
  mojeid: 'mojeid',
  'mojeid-password': 'mojeid',
  databox: 'box',
} as const satisfies Record<string, keyof typeof signin>

/**
 * The id of the n-th thing a case makes (order, document, notification): a UUID (version 8) derived from the case's own,
 * so that a repeated step meets its first effect instead of making a second.
 */
export function derived(caseId: string, n: number): string {
  const hex = caseId.replaceAll('-', '')
  const tail = ((BigInt(`0x${hex.slice(20)}`) + BigInt(n)) % (1n << 48n)).toString(16).padStart(12, '0')
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-${hex.slice(16, 20)}-${tail}`
}

import { readCamt053 } from './camt053.ts'
import { readGpc } from './gpc.ts'
import { broken, type Statement } from './statement.ts'

/**
 * Reads the statements of a file, camt.053 or GPC as its first bytes say. `accounts` are the IBANs of the city.
 * Throws BrokenStatement: a file is read whole or not at all.
 */
export function readStatements(bytes: Uint8Array, accounts: readonly string[]): Statement[] {
  const head = new TextDecoder('latin1')
    .decode(bytes.subarray(0, 100))
    .replace(/^\xEF\xBB\xBF/, '')
    .trimStart()
  if (head.startsWith('<')) return readCamt053(bytes, accounts)
  if (/^07\d/.test(head)) return readGpc(bytes, accounts)
  return broken(
    1,
    null,
    'není to výpis camt.053 (XML) ani GPC. Stáhněte výpis z banky v jednom z těchto formátů',
    'neither a camt.053 (XML) nor a GPC statement. Download the statement from the bank in one of these formats',
  )
}

import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { Type } from 'typebox'
import { Value } from 'typebox/value'
import type { Stack } from '../dev/stack.ts'

const Call = Type.Object({ path: Type.Array(Type.String(), { minItems: 2 }), args: Type.Array(Type.Unknown()) })

/** What a test file may reach in the stack, which lives in another process. */
export const reachable = [
  'api',
  'worker',
  'postgres',
  'temporal',
  'gateway',
  'identity',
  'mailbox',
  'registers',
] as const

/**
 * Lets the test files, each in a process of its own, call the parts of the one stack: POST {path: ['worker', 'kill'],
 * args: []} calls `stack.worker.kill()` and answers with its result as JSON.
 */
export async function serveControl(stack: Stack): Promise<{ url: string; close(): Promise<void> }> {
  const server = createServer((request, response) => {
    const parts: Buffer[] = []
    request.on('data', (part: Buffer) => parts.push(part))
    request.on('end', () => {
      call(stack, Buffer.concat(parts).toString('utf8')).then(
        result => response.end(JSON.stringify({ result })),
        (error: unknown) =>
          response.end(JSON.stringify({ error: error instanceof Error ? error.message : String(error) })),
      )
    })
  })
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  return {
    url: `http://127.0.0.1:${port}`,
    close: () => new Promise(resolve => (server.close(() => resolve()), server.closeAllConnections())),
  }
}

async function call(stack: Stack, body: string): Promise<unknown> {
  const { path, args } = Value.Parse(Call, JSON.parse(body))
  if (!reachable.some(name => name === path[0])) throw new Error(`There is no ${path[0]} in the stack.`)
  let owner: unknown
  let target: unknown = stack
  for (const name of path) {
    owner = target
    target = typeof owner === 'object' && owner !== null ? Reflect.get(owner, name) : undefined
  }
  return typeof target === 'function' ? await (Reflect.apply(target, owner, args) as unknown) : target
}

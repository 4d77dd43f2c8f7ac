import { codeFrame } from '../errors/code-frame.ts'
import type { Problem } from '../errors/problem.ts'
import { escaped } from './escaped.ts'
import { pathOf } from './path-of.ts'

type Context = { id: string; method: string; url: string; nonce: string }

/** A problem as a browser shows it while the app is being written: what, where, under which id. */
export function errorPage(problem: Problem, { id, method, url, nonce }: Context) {
  const { status, code, message, extras } = problem
  const frame = extras.cause instanceof Error ? codeFrame(extras.cause) : undefined
  const place = frame && `<h2>${escaped(`${frame.path}:${frame.line}`)}</h2>`
  const parts = [
    extras.hint && `<p>${escaped(extras.hint)}</p>`,
    ...(extras.errors ?? []).map(
      ({ in: part, field, detail }) => `<p>${escaped(`${part} ${field}: ${detail}`)}</p>`,
    ),
    place,
    frame && `<pre>${escaped(frame.lines)}</pre>`,
  ]
  return `<!doctype html>
<meta charset="utf-8">
<title>${status} ${escaped(code)}</title>
<style nonce="${nonce}">
  body { font: 1rem/1.5 system-ui; margin: 3rem auto; max-width: 60rem; padding: 0 1rem }
  pre { background: #eee; color: #111; overflow: auto; padding: 1rem }
  small { color: #777 }
</style>
<small>${status} ${escaped(code)}</small>
<h1>${escaped(message)}</h1>
${parts.filter(Boolean).join('\n')}
<small>${escaped(`${method} ${pathOf(url)}`)}<br>request ${escaped(id)}</small>
`
}

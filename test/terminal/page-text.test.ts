import { expect, test } from 'vitest'

import { explainTopic } from '../../src/actions/explain-topic.ts'
import { pageText } from '../../src/terminal/page-text.ts'

test('a README is read without its marks', () => {
  const markdown = `# Kites

They [fly](https://example.com) when \`wind\` is
**strong**.

- one
- two, which is
  longer

| File      | What   |
| --------- | ------ |
| \`kite.ts\` | a kite |

\`\`\`ts
fly()

land()
\`\`\`
`
  expect(pageText({ kind: 'feature', name: 'kites', markdown })).toBe(`Kites

They fly (https://example.com) when wind is strong.

- one
- two, which is longer

File     What
kite.ts  a kite

    fly()

    land()`)
})

test('a code tells its sentence, the way out and when it is said', async () => {
  expect(pageText(await explainTopic('app-exists'))).toBe(`app-exists

It says      <root> is an app that elif has made.
The way out  Go on in its folder, or take another name.
When         finding out what and where an app is.

<…> stands for what it is about.`)
})

test('a code of the app tells what its callers read, and where that is written', () => {
  const place = { file: 'src/errors.ts', line: 4 }
  const problem = { code: 'kite-torn', status: 409, definedIn: 'app', place } as const
  expect(pageText({ kind: 'problem', ...problem, detail: 'Kite <id> is torn.', hint: 'Mend it.' }))
    .toBe(`kite-torn

It says        Kite <id> is torn.
The way out    Mend it.
Answered with  409 Conflict
Defined in     src/errors.ts:4

<…> stands for what it is about.`)
})

test('what is neither is told with what was probably meant', async () => {
  await expect(explainTopic('statik')).rejects.toMatchObject({
    code: 'topic-unknown',
    message: 'There is nothing to explain called "statik". Did you mean static?',
  })
})

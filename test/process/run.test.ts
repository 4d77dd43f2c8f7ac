import { tmpdir } from 'node:os'

import { expect, test } from 'vitest'

import { run } from '../../src/process/run.ts'

const node = (code: string, onLine?: (line: string) => void) =>
  run(
    { command: process.execPath, arguments: ['-e', code] },
    { cwd: tmpdir(), ...(onLine && { onLine }) },
  )

test('the exit code and both streams are the answer', async () => {
  expect(await node('console.log("out"); process.exitCode = 3')).toEqual({
    exitCode: 3,
    output: 'out',
  })
  expect(await node('console.error("wrong")')).toEqual({ exitCode: 0, output: 'wrong' })
})

test('lines are told while the program runs', async () => {
  const lines: string[] = []
  await node('console.log("one"); console.error("two"); console.log("three")', (line) =>
    lines.push(line),
  )
  expect(lines.toSorted()).toEqual(['one', 'three', 'two'])
})

test('a program that is not there is an answer as well', async () => {
  const { exitCode, output } = await run(
    { command: 'no-such-program', arguments: [] },
    { cwd: tmpdir() },
  )
  expect(exitCode).toBe(127)
  expect(output).toMatch(/no-such-program/)
})

test('a program never waits for somebody to type', async () => {
  expect(
    await node('process.stdin.on("data", () => {}).on("end", () => console.log("end"))'),
  ).toEqual({ exitCode: 0, output: 'end' })
})

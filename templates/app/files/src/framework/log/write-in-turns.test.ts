import { execFileSync } from 'node:child_process'
import { setImmediate as nextTurn } from 'node:timers/promises'

import { expect, test } from 'vitest'

import { writeInTurns } from './write-in-turns.ts'

const ofRequest = (path: string) => `{"path":"${path}","msg":"request"}\n`
const other = '{"msg":"broken"}\n'

function open() {
  const written: string[] = []
  const output = { write: (text: string) => written.push(text) }
  return { written, ...writeInTurns(output, (text) => text.replaceAll('hunter2', '***')) }
}

test('the lines of the requests of one turn are written at once, without what is a secret', async () => {
  const { write, written } = open()
  write(ofRequest('/kites'))
  write(ofRequest('/hunter2'))
  expect(written).toEqual([])
  await nextTurn()
  expect(written).toEqual([ofRequest('/kites') + ofRequest('/***')])
  write(ofRequest('/lines'))
  await nextTurn()
  expect(written.slice(1)).toEqual([ofRequest('/lines')])
})

test('any other line is written before anything else happens, behind those that wait', async () => {
  const { write, written } = open()
  write(ofRequest('/kites'))
  write(other)
  expect(written).toEqual([ofRequest('/kites') + other])
  await nextTurn()
  expect(written).toHaveLength(1)
})

test('a long turn does not pile up lines', () => {
  const { write, written } = open()
  for (let count = 0; count < 5000; count += 1) write(ofRequest('/kites'))
  expect(written.length).toBeGreaterThan(1)
})

test('what waits when the process ends is written', () => {
  const program = `
    import { createLog } from '#app/framework/log/log.ts'

    const log = createLog({ level: 'info', redact: (text) => text })
    log.info({ path: '/first' }, 'request')
    log.info('between')
    log.info({ path: '/last' }, 'request')
    process.exit()
  `
  const words = ['--input-type=module-typescript', '--eval', program]
  const lines = execFileSync(process.execPath, words, { encoding: 'utf8' }).trim().split('\n')
  expect(lines.map((line) => JSON.parse(line)).map(({ path, msg }) => path ?? msg)).toEqual([
    '/first',
    'between',
    '/last',
  ])
})

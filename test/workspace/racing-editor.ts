import { appendFileSync, readFileSync, renameSync, writeFileSync } from 'node:fs'

/**
 * An editor that saves one file again and again, until it is killed. Each save is numbered, and noted
 * only when it is done: `rename` saves beside and renames over, `in-place` writes into the file.
 */
const [path = '', log = '', how = ''] = process.argv.slice(2)
const wait = new Int32Array(new SharedArrayBuffer(4))

process.stdout.write('saving\n')
for (let count = 1; ; count++) {
  const text = `saved ${count}\n`
  if (how === 'rename') {
    writeFileSync(`${path}.save`, text)
    renameSync(`${path}.save`, path)
  } else {
    writeFileSync(path, text)
  }
  appendFileSync(log, `${count}\n`)
  // Long enough for an apply to plan from what was saved, in most of the turns.
  Atomics.wait(wait, 0, 0, Math.random() * 2)
  if (count % 100 === 0) readFileSync(log)
}

/** The seed of this run: of the variable ELIF_FUZZ_SEED, else any. The same one repeats a run. */
export function fuzzSeed(): number {
  const given = process.env['ELIF_FUZZ_SEED']
  if (given === undefined) return Math.floor(Math.random() * 1_000_000)
  if (/^\d{1,9}$/.test(given)) return Number(given)
  throw new Error(`ELIF_FUZZ_SEED is "${given}", which is no whole number.`)
}

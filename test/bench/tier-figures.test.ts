import { expect, test } from 'vitest'

import { withTier } from './tier-figures.ts'

const figures = (seconds: number) => ({
  tier: 'usual' as const,
  date: '2026-11-20',
  seconds,
  tally: { passed: 9, failed: 0, skipped: 1 },
})

const head =
  '## Test tiers\n\n| Tier | Date | Took | Passed | Failed | Skipped |\n| --- | --- | --- | --- | --- | --- |\n'

test('a run takes the place of the earlier one of its tier and leaves the others', () => {
  const first = withTier('# Results\n', { ...figures(30), tier: 'fast' })
  const second = withTier(withTier(first, figures(600)), figures(590))
  expect(second).toBe(
    `# Results\n\n${head}| \`test:fast\` | 2026-11-20 | 30 s | 9 | 0 | 1 |\n| \`test\` | 2026-11-20 | 590 s | 9 | 0 | 1 |\n`,
  )
})

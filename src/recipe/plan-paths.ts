/** Where plans wait to be applied; this machine's own, ignored by git. */
export const plansFolder = '.elif/local/plans'

export const planPath = (token: string) => `${plansFolder}/${token}.json`

/** What says that a plan was applied, so that nobody applies it twice. */
export const appliedPath = (token: string) => `${plansFolder}/${token}.applied`

/** How long a plan waits, and how many do. */
export const planLife = 24 * 60 * 60 * 1000
export const planCount = 20

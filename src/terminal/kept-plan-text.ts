import type { KeptPlan, MigrationSql, Risk } from '../recipe/outcome.ts'
import { paint } from './paint.ts'

/** What a kept plan risks, what it will say to the database, and how it is carried out. */
export function keptPlanText({
  risks,
  sql,
  expires,
  apply,
}: Pick<KeptPlan, 'risks' | 'sql' | 'expires'> & { apply: string }): string {
  const until = `${expires.slice(0, 10)} ${expires.slice(11, 16)} UTC`
  return [
    '',
    ...sql.map(sqlText),
    ...(risks.length > 0 ? [risks.map(riskText).join('\n')] : []),
    `Nothing was changed. The plan is kept until ${until}; this carries out exactly it:\n  ${apply}`,
  ]
    .join('\n\n')
    .slice(1)
}

const riskText = ({ says }: Risk) => `  ${paint('yellow', 'risk')}    ${says}`

function sqlText(sql: MigrationSql): string {
  const place = paint('bold', `SQL of ${sql.path}`)
  if (sql.kind === 'unknown') return `${place} is not known before it runs: ${sql.because}`
  const part = sql.kind === 'partly' ? [`  -- ${sql.because}`] : []
  return [place, ...part, ...said(sql.up), '  -- taken back by', ...said(sql.down)].join('\n')
}

const said = (statements: string[]) =>
  statements.length > 0 ? statements.map(ended) : ['  -- nothing']

const ended = (statement: string) => `  ${statement.replaceAll('\n', '\n  ')};`

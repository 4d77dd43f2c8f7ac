import { elifError } from '../errors/elif-error.ts'
import type { Files } from '../files/files.ts'
import { versionsFile } from '../project/layout.ts'
import { type Plan, planOf } from '../recipe/plan.ts'
import type { Editor } from '../source/edit.ts'
import { insertIntoList } from '../source/insert-into-list.ts'
import { openReaders } from '../source/readers.ts'
import type { ListAnchor } from '../source/reading.ts'
import { type Member, setMember } from '../source/set-member.ts'
import { together } from '../source/together.ts'
import { settingsIn } from '../template/format-settings.ts'
import { formatText } from '../template/format-text.ts'
import { dayOf, isDay } from '../text/day.ts'
import { definitions, knownVersion, readDefinitions } from './version-definitions.ts'

type Wanted = { files: Files; name: string }

const versions: ListAnchor = { ...definitions, path: [0, 'versions'] }

/** Plans one more version, which is the current one from now on if that is wanted. */
export async function planCreateVersion({
  files,
  name,
  current = false,
}: Wanted & { current?: boolean }): Promise<Plan> {
  await openReaders()
  readDefinitions(files)
  if (!/^[\w.-]+$/.test(name)) throw elifError('version-name-invalid', { name })
  const added = insertIntoList({ anchor: versions, entry: `${keyOf(name)}: {}` })
  const isCurrent = { anchor: { ...definitions, path: [0] }, name: 'current', value: text(name) }
  const editors = current ? [added, setMember(isCurrent)] : [added]
  return planEdit(files, `version:create ${name}`, { name, current }, editors)
}

type Deprecation = Wanted & {
  at: Date
  on?: string | undefined
  sunset?: string | undefined
  link?: string | undefined
}

/** Plans that a version says from a day on that it will end, and when. */
export async function planDeprecateVersion(wanted: Deprecation): Promise<Plan> {
  const { files, name, sunset, link } = wanted
  await openReaders()
  const { current, days } = knownVersion(files, name)
  if (current === name) throw elifError('version-is-current', { name })
  const deprecated = wanted.on ?? days.deprecated ?? dayOf(wanted.at)
  for (const day of [deprecated, sunset]) {
    if (day !== undefined && !isDay(day)) throw elifError('version-day-invalid', { day })
  }
  const end = sunset ?? days.sunset
  if (end !== undefined && end < deprecated) {
    throw elifError('version-days-reversed', { deprecated, sunset: end })
  }
  const said = { deprecated, ...(sunset && { sunset }), ...(link && { link }) }
  const anchor = { ...definitions, path: [0, 'versions', name] }
  const members = Object.entries(said).map(([member, value]): Member => ({
    anchor,
    name: member,
    value: text(value),
  }))
  const command = `version:deprecate ${name}`
  return planEdit(files, command, { name, ...said }, members.map(setMember))
}

const planEdit = (files: Files, command: string, answers: object, editors: Editor[]) =>
  planOf({ files, command, answers: { ...answers } }, async (app) => {
    const before = app.read(versionsFile) ?? ''
    const settings = await settingsIn(app.read)
    const formatted = await formatText(versionsFile, before, settings).catch(() => undefined)
    app.edit(versionsFile, together(...editors))
    const after = app.read(versionsFile)
    // What lay formatted still does; what its owner lays out by hand stays so.
    if (formatted === before && after !== undefined && after !== before) {
      app.write(versionsFile, after)
    }
  })

/** `2` and `beta` are names as they are, `2026-01-31` and `02` are not. */
const keyOf = (name: string) => (/^(?:0|[1-9]\d*|[a-z_]\w*)$/i.test(name) ? name : text(name))

const text = (value: string) => `'${value.replaceAll(/['\\]/g, String.raw`\$&`)}'`

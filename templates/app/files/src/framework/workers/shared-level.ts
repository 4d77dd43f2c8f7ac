import type { Log } from '../log/log.ts'
import type { Member } from './member.ts'

/** From which level on all workers and their supervisor write their logs, once a worker was asked to change it. */
export function createSharedLevel(members: Set<Member>, log: Log) {
  let chosen: string | undefined

  /** Also to those that start later, which would otherwise begin with the level of the settings. */
  function tell(member: Member) {
    if (chosen !== undefined) member.order({ kind: 'log-level', level: chosen })
  }

  return {
    choose(level: string) {
      chosen = level
      log.level = level
      members.forEach(tell)
    },
    tell,
  }
}

import type { DevEvent } from '../dev/dev-event.ts'
import { withoutOwnListening } from '../dev/own-listening.ts'
import { devText } from '../terminal/dev-text.ts'
import { logText } from '../terminal/log-text.ts'
import type { Output } from './output.ts'
import { typedIn } from './typed-back.ts'

/** Prints an event of `elif dev`: a line of JSON, the app's log made readable, or words. */
export function showDevEvent(event: DevEvent, output: Output): void {
  if (output.json) process.stdout.write(`${JSON.stringify(event)}\n`)
  else if (event.kind === 'output')
    process[event.stream].write(
      output.verbose ? event.text : logText(withoutOwnListening(event.text)),
    )
  else if (event.kind === 'failed' || event.kind === 'exited') output.complain(textOf(event))
  else output.say(textOf(event))
}

const textOf = (event: Exclude<DevEvent, { kind: 'output' }>) => typedIn(devText(event))

import { monitorEventLoopDelay } from 'node:perf_hooks'

const RESOLUTION = 20
const SAMPLE = 250

/** How late the event loop is of late, in milliseconds: how long whatever happens has to wait. */
export function watchLoopDelay() {
  const histogram = monitorEventLoopDelay({ resolution: RESOLUTION })
  let sampling: NodeJS.Timeout | undefined
  let delay = 0

  /** One long pause is halved each time; only where the loop goes on being late, the delay stays. */
  function sample() {
    const mean = histogram.count > 0 ? histogram.mean / 1e6 - RESOLUTION : 0
    delay = (delay + Math.max(0, mean)) / 2
    histogram.reset()
  }

  return {
    get delay() {
      return delay
    },
    start() {
      histogram.enable()
      sampling = setInterval(sample, SAMPLE).unref()
    },
    stop() {
      histogram.disable()
      clearInterval(sampling)
    },
  }
}

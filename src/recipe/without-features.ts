import { parseManifest } from '../project/manifest.ts'
import { setJson } from '../source/json/set-json.ts'
import { manifestFile } from '../project/layout.ts'

/**
 * The text of elif.json without the features that a run has put into it, whatever others came or
 * went since; undefined where it cannot be read.
 */
export function withoutFeatures(
  now: string,
  { before, after }: { before: string; after: string },
): string | undefined {
  try {
    const [old, left, present] = [before, after, now].map((text) => parseManifest(text).features)
    const gone = new Set(left).difference(new Set(old))
    const back = (old ?? []).filter((name) => !left?.includes(name))
    const kept = (present ?? []).filter((name) => !gone.has(name))
    const features = [...new Set([...kept, ...back])].toSorted()
    const edit = setJson(['features'], features)(now, manifestFile)
    return edit.kind === 'refused' ? undefined : edit.kind === 'changed' ? edit.text : now
  } catch {
    return undefined
  }
}

/**
 * The two texts between which the conflict blocks of git leave the choice; undefined when a text
 * has none. What a block shows of the common ancestor belongs to neither.
 */
export function conflictSides(text: string): { ours: string; theirs: string } | undefined {
  if (!/^<{7} /mu.test(text)) return undefined
  const sides = { ours: '', theirs: '' }
  let place: 'outside' | 'ours' | 'ancestor' | 'theirs' = 'outside'
  for (const line of text.match(/[^\n]*\n|[^\n]+$/gu) ?? []) {
    const mark = /^(<{7}|\|{7}|={7}|>{7})(?: |\r?\n|$)/u.exec(line)?.[1]?.[0]
    if (mark === '<' && place === 'outside') place = 'ours'
    else if (mark === '|' && place === 'ours') place = 'ancestor'
    else if (mark === '=' && (place === 'ours' || place === 'ancestor')) place = 'theirs'
    else if (mark === '>' && place === 'theirs') place = 'outside'
    else {
      if (place === 'outside' || place === 'ours') sides.ours += line
      if (place === 'outside' || place === 'theirs') sides.theirs += line
    }
  }
  return place === 'outside' ? sides : undefined
}

import { type Code, type CodeFile, placeIn } from './read-code.ts'
import type { MappedModel } from './map-reply.ts'

const columnList = /\bexport const \w*[cC]olumns = \[([^\]]*)\]/

/** What is read of each table, from the models; its table is named by the repository beside it. */
export const mapModels = ({ files }: Code): MappedModel[] =>
  files.flatMap((file) => {
    const noun = /^src\/.*?([^/]+)-model\.ts$/.exec(file.path)?.[1]
    const found = columnList.exec(file.code)
    if (noun === undefined || !found) return []
    const [, list = ''] = found
    const table = tableOf(file, files)
    return [
      {
        name: noun.replaceAll(/(?:^|-)(\w)/g, (_, letter: string) => letter.toUpperCase()),
        ...(table !== undefined && { table }),
        columns: [...list.matchAll(/'([^']+)'/g)].map(([, text = '']) => columnOf(text)),
        relations: [],
        place: placeIn(file, found.index),
      },
    ]
  })

/** `built_on as builtOn` */
function columnOf(text: string) {
  const [column = '', name = column] = text.split(' as ')
  return { name, column }
}

function tableOf({ path }: CodeFile, files: CodeFile[]) {
  const repository = path.replace(/-model\.ts$/, '-repository.ts')
  const code = files.find((each) => each.path === repository)?.code ?? ''
  return /\.(?:selectFrom|insertInto)\(\s*'([^']+)'/.exec(code)?.[1]
}

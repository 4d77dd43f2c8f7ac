import { entry } from '../entry.ts'

export const openapiErrors = {
  'openapi-missing': entry<{ path: string }>({
    says: ({ path }) => `There is no file ${path}.`,
    hint: () => 'Keep the description of what was released: ./elif openapi:export --output FILE',
  }),
  'openapi-unreadable': entry<{ name: string; because: string }>({
    says: ({ name, because }) => `${name} is no OpenAPI 3.1 document:\n${because}`,
    hint: () => 'elif reads what openapi:export writes, and any other document of OpenAPI 3.1.',
  }),
  'client-not-ours': entry<{ path: string }>({
    says: ({ path }) => `${path} was not written by elif client, and is not written over.`,
    hint: () => 'Name another folder: ./elif client --output DIR',
  }),
}

/** A document without where in the code its operations are. */
export const withoutPlaces = (document: unknown): unknown =>
  JSON.parse(JSON.stringify(document), (key, value: unknown) =>
    key === 'x-elif' ? without(value) : value,
  )

const without = (extension: unknown): object =>
  Object.fromEntries(Object.entries(Object(extension)).filter(([name]) => name !== 'place'))

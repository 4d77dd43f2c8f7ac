/** One field as a command line says it, with a value the made app must take and one it must refuse. */
export type FieldSample = { field: string; name: string; value: unknown; wrong: unknown }

const sample = (field: string, value: unknown, wrong: unknown): FieldSample => ({
  field,
  name: field.split(':')[0] ?? field,
  value,
  wrong,
})

/** Every field type, alone and with each mark, spread over sets that one resource can carry. */
export const fieldSets = {
  product: [
    sample('name:string', 'Kite', 7),
    sample('price:decimal(10,2)', '19.90', '19.999'),
    sample('description:text?', null, 7),
    sample('available:boolean', true, 'yes'),
  ],
  marked: [
    sample('code:string:unique', 'K-1', ''.padEnd(300, 'x')),
    sample('note:string(200):index', 'Fold here', 1),
    sample('amount:integer:index', 3, 2.5),
    sample('total:bigint:unique', '9007199254740993', 9),
    sample('ratio:decimal(6,3):index', '0.125', 'much'),
    sample('owner:uuid:index', '0198f0de-0000-7000-8000-000000000001', 'me'),
    sample('madeOn:date:unique', '2026-01-31', '2026-02-30'),
    sample('soldAt:timestamp:index', '2026-01-31T12:00:00.000Z', 'noon'),
    sample('status:enum(open,closed):index', 'open', 'lost'),
    sample('details:json', { colour: 'red' }, undefined),
  ],
  optional: [
    sample('code:string?:unique', 'K-1', 7),
    sample('amount:integer?', null, 'three'),
    sample('total:bigint?', '12', 'twelve'),
    sample('ratio:decimal(6,3)?', null, '1.2345'),
    sample('active:boolean?', false, 1),
    sample('owner:uuid?', null, 'me'),
    sample('madeOn:date?', '2026-01-31', '31.1.2026'),
    sample('soldAt:timestamp?', null, 'noon'),
    sample('status:enum(open,closed)?', 'closed', 'lost'),
    sample('details:json?', null, undefined),
  ],
} satisfies Record<string, FieldSample[]>

export type FieldSet = keyof typeof fieldSets

/** A body the app has to take. */
export const goodBody = (samples: FieldSample[]) =>
  Object.fromEntries(samples.map(({ name, value }) => [name, value]))

/** Bodies that are right but for one field. */
export const badBodies = (samples: FieldSample[]) =>
  samples
    .filter(({ wrong }) => wrong !== undefined)
    .map(({ name, wrong }) => ({ name, body: { ...goodBody(samples), [name]: wrong } }))

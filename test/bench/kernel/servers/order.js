/** The JSON schema of the order that every server reads, for those that read with ajv. */
export const orderSchema = {
  type: 'object',
  required: ['customer', 'address', 'items', 'payment'],
  additionalProperties: false,
  properties: {
    customer: {
      type: 'object',
      required: ['name', 'email', 'phone'],
      additionalProperties: false,
      properties: {
        name: { type: 'string', minLength: 1, maxLength: 100 },
        email: { type: 'string', format: 'email' },
        phone: { type: 'string', pattern: '^\\+?[0-9 ]{6,20}$' },
      },
    },
    address: {
      type: 'object',
      required: ['street', 'city', 'postcode', 'country'],
      additionalProperties: false,
      properties: {
        street: { type: 'string', minLength: 1 },
        city: { type: 'string', minLength: 1 },
        postcode: { type: 'string', minLength: 3, maxLength: 10 },
        country: { type: 'string', minLength: 2, maxLength: 2 },
      },
    },
    items: {
      type: 'array',
      minItems: 1,
      maxItems: 50,
      items: {
        type: 'object',
        required: ['sku', 'quantity', 'price'],
        additionalProperties: false,
        properties: {
          sku: { type: 'string', pattern: '^[A-Z]{4}-[0-9]{1,4}$' },
          quantity: { type: 'integer', minimum: 1, maximum: 1000 },
          price: { type: 'number', minimum: 0 },
        },
      },
    },
    payment: { enum: ['card', 'invoice', 'cash'] },
    note: { type: 'string', maxLength: 500 },
  },
}

/** The order of 396 bytes that every server reads, holds against its schema and sends back. */
export const order = JSON.stringify({
  customer: { name: 'Ada Lovelace', email: 'ada@example.com', phone: '+44 20 7946 0000' },
  address: {
    street: '12 St James Square',
    city: 'London',
    postcode: 'SW1Y 4JH',
    country: 'GB',
  },
  items: [
    { sku: 'KITE-001', quantity: 2, price: 19.9 },
    { sku: 'LINE-030', quantity: 5, price: 4.5 },
    { sku: 'REEL-2', quantity: 1, price: 12 },
  ],
  payment: 'invoice',
  note: 'Please leave it with the kindly neighbour.',
})

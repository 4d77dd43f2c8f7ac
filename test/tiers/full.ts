/** Whether everything is tried, however long it takes: `npm run test:full`. */
export const isFull = process.env['ELIF_TEST_FULL'] !== undefined

/** How many times more random cases it tries. */
export const often = isFull ? 20 : 1

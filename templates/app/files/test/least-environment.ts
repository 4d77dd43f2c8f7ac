/** What the config cannot do without, for tests that reach nothing by it. */
export const leastEnvironment = {
  NODE_ENV: 'test',
}

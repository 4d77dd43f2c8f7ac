/** What a repair did to a file of the ledger, or why it could not. */
export type Repaired =
  { kind: 'repaired'; path: string; how: string } | { kind: 'left'; path: string; because: string }

/** A difference between two documents. Breaking: a caller of the old API may fail with the new one. */
export type ApiChange = {
  breaking: boolean
  /** `POST /kites`, and where in it: `body.name`, `200.items[].id`. */
  operation: string
  at: string
  says: string
}

/** What is sent must be taken as before; what is answered must be as before. */
export type Direction = 'request' | 'reply'

/** Gathers what is said of one place, and of those inside of it. */
export type Report = (at: string, says: string, breaking: boolean) => void

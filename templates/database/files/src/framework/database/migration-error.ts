import { StartError } from '../lifecycle/start-error.ts'

/** A reason why migrations stopped, told in its message; `migration` names the file it is about. */
export class MigrationError extends StartError {
  override name = 'MigrationError'
  readonly migration: string

  constructor(migration: string, message: string, options?: ErrorOptions) {
    super(message, options)
    this.migration = migration
  }
}

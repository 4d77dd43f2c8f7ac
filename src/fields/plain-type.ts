import type { FieldType, Shape } from './field.ts'

/** A field type that has one shape, because it takes no settings. */
export const plainType = (type: Omit<FieldType, 'shape'>, shape: Shape): FieldType => ({
  ...type,
  shape: (settings) =>
    settings.length > 0 ? { fault: `the type ${type.name} takes no settings` } : shape,
})

/** For `where('name', 'ilike', contains(search))`: what the caller wrote, and no pattern of theirs. */
export const contains = (text: string) => `%${text.replaceAll(/[\\%_]/g, String.raw`\$&`)}%`

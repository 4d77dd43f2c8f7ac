/** A moment as file names carry it, to the second and in UTC: `20261120T101500`. */
export const timeStamp = (at: Date) => at.toISOString().replaceAll(/[-:]|\.\d+Z$/g, '')

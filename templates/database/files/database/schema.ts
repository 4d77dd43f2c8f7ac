/** Written from the live database by `elif migrate`. */

export interface DB {}

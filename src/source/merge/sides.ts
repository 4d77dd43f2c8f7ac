/** The same thing as it was, as its owner has it, and as elif would have it now. */
export type Sides<Thing> = { base: Thing; mine: Thing; theirs: Thing }

/** What an app behind the front door says instead of the address at which nobody is to call it. */
export const ownListening = 'Listening behind elif dev at '

/** Output of an app without its lines about the port behind the front door. */
export const withoutOwnListening = (text: string): string =>
  text
    .split('\n')
    .filter((line) => !line.includes(ownListening))
    .join('\n')

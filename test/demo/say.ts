/** What the demo tells: each command as it can be pasted, each request with its answer. */
export const say = {
  command: (text: string) => console.log(`\n$ ${text}`),
  request: (text: string) => console.log(`\n> ${text}`),
  answer: (status: number, body: unknown) =>
    console.log(`< ${status} ${body === undefined ? '' : JSON.stringify(body)}`.trimEnd()),
  done: (seconds: number) =>
    console.log(`\nThe app was made, migrated, started and asked in ${seconds} s.`),
  howToStart: (folder: string) =>
    console.log(
      ['', 'It is stopped again. To run it:', '', `  cd ${quoted(folder)}`, '  ./elif dev'].join(
        '\n',
      ),
    ),
  whatNext: (folder: string, url: string, databaseGiven: boolean) =>
    console.log(
      [
        '',
        `It runs at ${url} until you press Ctrl-C. In another terminal:`,
        '',
        `  curl ${url}/products`,
        '',
        `  cd ${quoted(folder)}`,
        // The demo ignored it; what is typed there would not.
        ...(databaseGiven ? ['  unset DATABASE_URL'] : []),
        `  ./elif make:resource Review 'stars:integer' 'comment:text?'`,
        '  ./elif migrate',
        `  curl ${url}/reviews`,
        '',
        'The app is yours: src/app.ts is what exists, src/platform.ts is what it stands on.',
      ].join('\n'),
    ),
}

/** A word as a shell takes it literally. */
export const quoted = (word: string) =>
  /^[\w@%+=:,./-]+$/.test(word) ? word : `'${word.replaceAll("'", String.raw`'\''`)}'`

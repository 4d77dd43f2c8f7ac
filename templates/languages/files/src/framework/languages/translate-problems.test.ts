import { expect, test } from 'vitest'
import { z } from 'zod'
import { fr } from 'zod/locales'

import { languages } from '#app/languages.ts'
import { openHttp } from '../../../test/open-http.ts'
import { plainText } from '../values/plain-text.ts'
import { defineLanguages, translateProblems } from './translate-problems.ts'

const french = {
  ...fr(),
  sentences: { 'Must not contain the null character': 'Ne doit pas contenir le caractère nul' },
}
const translate = translateProblems({ ...languages, fr: french })

const Kite = z.object({ name: plainText().min(3, 'is too short for a kite'), height: z.int() })

async function errorsFor(language: string | undefined, body: object) {
  await using http = openHttp(
    (scope) => {
      scope.post('/', { schema: { body: Kite } }, async () => 'taken')
    },
    {},
    { translate },
  )
  const headers = language === undefined ? {} : { 'accept-language': language }
  const answer = await http.inject({ method: 'POST', url: '/', headers, payload: body })
  const errors: { field: string; detail: string }[] = answer.json().errors
  return { answer, details: errors.map(({ detail }) => detail) }
}

const german = ['Ungültige Eingabe: erwartet Zahl, erhalten string']
const english = ['Invalid input: expected number, received string']

test.each([
  ['de', 'de'],
  ['de-CH', 'de'],
  ['DE', 'de'],
  ['en;q=0.5, de', 'de'],
  ['ja, de;q=0.8, en;q=0.2', 'de'],
  ['en', undefined],
  ['de;q=0.1, en', undefined],
  ['de;q=0', undefined],
  ['ja', undefined],
  ['constructor', undefined],
  ['__proto__', undefined],
  ['\u{202e}, ;q=x', undefined],
  [undefined, undefined],
])('who asks for %s is answered in %s', async (asked, language) => {
  const { answer } = await errorsFor(asked, { name: 'Kite', height: 'high' })
  expect([answer.statusCode, answer.headers['content-language']]).toEqual([422, language])
  expect(answer.headers.vary).toBe('accept-language')
})

test('what zod says is said in the language, and what it is about stays', async () => {
  const inEnglish = await errorsFor('en', { name: 'Kite', height: 'high' })
  const inFrench = await errorsFor('fr', { name: 'Kite', height: 'high' })
  expect(inEnglish.details).toEqual(english)
  expect(inFrench.details).toEqual([expect.stringContaining('Entrée invalide')])
  expect(inFrench.answer.json()).toMatchObject({
    code: 'invalid',
    errors: [{ in: 'body', field: 'height' }],
  })
})

test('sentences of the framework and of the app are said as they are written down', async () => {
  const { answer, details } = await errorsFor('fr', { name: 'a\0bc', height: 1 })
  expect(details).toEqual(['Ne doit pas contenir le caractère nul'])
  expect(answer.json().detail).toBe('The body of the request is not valid.')
})

test('a sentence that nobody has translated is said in English', async () => {
  expect((await errorsFor('fr', { name: 'a', height: 1 })).details).toEqual([
    'is too short for a kite',
  ])
})

test('German is there from the start, for what the framework says', async () => {
  const { answer, details } = await errorsFor('de', { name: 'Kite', height: 'high' })
  expect(details).toEqual(german)
  expect(answer.json().detail).toBe('Der Inhalt der Anfrage ist nicht gültig.')
})

test('the names of languages are those that are asked for', () => {
  expect(Object.keys(defineLanguages({ fr: french }))).toEqual(['fr'])
})

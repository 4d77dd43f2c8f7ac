import { de } from 'zod/locales'

import { defineLanguages } from './framework/languages/translate-problems.ts'

/**
 * What callers may ask for besides English. What zod says of a value is in its locales; `sentences` are
 * those of the framework and of this app, by what they are in English.
 */
export const languages = defineLanguages({
  de: {
    ...de(),
    sentences: {
      'The body of the request is not valid.': 'Der Inhalt der Anfrage ist nicht gültig.',
      'The query of the request is not valid.': 'Die Abfrage ist nicht gültig.',
      'The headers of the request are not valid.': 'Die Kopfzeilen der Anfrage sind nicht gültig.',
      'The list of errors names each field and what is wrong with it.':
        'Die Liste der Fehler nennt jedes Feld und was daran falsch ist.',
      'The body of the request is not valid JSON.':
        'Der Inhalt der Anfrage ist kein gültiges JSON.',
      'The body of the request is too large.': 'Der Inhalt der Anfrage ist zu groß.',
      'Must not contain the null character': 'Darf kein Nullzeichen enthalten',
      'Must be well-formed Unicode': 'Muss gültiges Unicode sein',
      'Must be a whole number of 64 bits': 'Muss eine ganze Zahl von 64 Bit sein',
      'is already taken': 'ist schon vergeben',
      'You may not do this.': 'Das ist dir nicht erlaubt.',
    },
  },
})

import { Array as ListOf, Integer, String as Text } from 'typebox'
import type { Words } from '../language.ts'
import { about, type Ask, object } from './about.ts'

const name = { cs: 'Název souboru', en: 'File name' }
const megabyte = 1024 * 1024

/**
 * Attachments: the files are uploaded on their own, the data hold their ids and what is known of them. `accept` are MIME
 * types, `maxSize` bytes of one file. The server checks by the ids that the files are there and belong to the sender.
 */
export function files(
  title: Words,
  {
    min = 1,
    max = 10,
    accept = ['application/pdf', 'image/jpeg', 'image/png'],
    maxSize = 10 * megabyte,
    ...ask
  }: Ask & { min?: number; max?: number; accept?: string[]; maxSize?: number } = {},
) {
  const size = Math.floor(maxSize / megabyte)
  const tooBig = {
    cs: `Soubor je příliš velký. Může mít nejvýše ${size} MB.`,
    en: `The file is too large. It may have at most ${size} MB.`,
  }
  const wrongKind = {
    cs: 'Soubor tohoto typu nepřijímáme. Vyberte prosím jiný.',
    en: 'We do not accept files of this type. Please choose another one.',
  }
  const file = object({
    id: Text({ format: 'uuid', 'x-title': { cs: 'Soubor', en: 'File' } }),
    name: Text({ minLength: 1, maxLength: 255, 'x-title': name }),
    size: Integer({
      minimum: 1,
      maximum: maxSize,
      'x-title': { cs: 'Velikost souboru', en: 'File size' },
      'x-messages': { maximum: tooBig },
    }),
    type: Text({ enum: accept, 'x-title': { cs: 'Typ souboru', en: 'File type' }, 'x-messages': { enum: wrongKind } }),
  })
  return ListOf(file, {
    minItems: min,
    maxItems: max,
    'x-rules': [{ rule: 'unique', path: '', key: 'id' }],
    'x-check': 'files',
    ...about(title, ask, { format: 'files', accept, maxSize }),
  })
}

/** A liability and an amount in hellers, with no more about it. */
const debtPart = () =>
  object({
    liability: Text({ format: 'uuid', 'x-title': { cs: 'Závazek', en: 'Liability' } }),
    amount: Integer({
      minimum: 1,
      maximum: 999_999_999_99,
      'x-input': 'money',
      'x-title': { cs: 'Částka', en: 'Amount' },
    }),
  })

/**
 * Debts of the city's ledger that a clerk settles with money the city has received, each once. Whether they are still owed is the
 * server's check `open-debts`.
 */
export function openDebts({
  title = { cs: 'Které závazky se uhradí', en: 'Which debts are settled' },
  ...ask
}: Ask & { title?: Words } = {}) {
  const none = { cs: 'Vyberte aspoň jeden závazek.', en: 'Choose at least one debt.' }
  return ListOf(debtPart(), {
    minItems: 1,
    maxItems: 100,
    'x-rules': [{ rule: 'unique', path: '', key: 'liability' }],
    'x-check': 'open-debts',
    ...about(
      title,
      { ...ask, messages: { required: none, minItems: none, ...ask.messages } },
      { format: 'open-debts' },
    ),
  })
}

/**
 * What is to be paid: liabilities of the city's ledger, each once, with the amount in hellers. Whether they exist, may
 * be paid by this person and are still owed, is the server's check `payable-items`.
 */
export function payableItems({
  title = { cs: 'Co chcete zaplatit', en: 'What you want to pay' },
  ...ask
}: Ask & { title?: Words } = {}) {
  const none = {
    cs: 'Vyberte prosím alespoň jeden závazek k úhradě.',
    en: 'Please choose at least one liability to pay.',
  }
  return ListOf(debtPart(), {
    minItems: 1,
    maxItems: 100,
    'x-rules': [{ rule: 'unique', path: '', key: 'liability' }],
    'x-check': 'payable-items',
    ...about(
      title,
      { ...ask, messages: { required: none, minItems: none, ...ask.messages } },
      { format: 'payable-items' },
    ),
  })
}

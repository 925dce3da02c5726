import type { Entry } from './entry.ts'

/** Acting for others by a mandate (plná moc, zastoupení). */
export const mandateErrors = {
  'mandate-ended': {
    status: 404,
    title: { cs: 'Za tuto osobu už nejednáte', en: 'You do not act for this person any more' },
    detail: {
      cs: 'Vaše zmocnění skončilo, proto už její věci nevidíte. Co jste do té doby udělali, platí. Má-li zmocnění trvat, požádejte zmocnitele o nové.',
      en: 'Your mandate has ended, so you no longer see their matters. What you did before stands. If it should go on, ask the principal for a new one.',
    },
  },
  'mandate-suspended': {
    status: 403,
    title: { cs: 'Zmocnění je pozastavené', en: 'The mandate is suspended' },
    detail: {
      cs: 'Úřad zmocnění pozastavil, a dokud to trvá, nejde podle něj nic vidět, podat ani zaplatit. Nic se neztratilo. Důvod najdete mezi svými zmocněními.',
      en: 'The office has suspended the mandate, and as long as that lasts nothing can be seen, filed or paid under it. Nothing is lost. You find the reason among your mandates.',
    },
  },
  'mandate-not-suspended': {
    status: 409,
    title: { cs: 'Stav zmocnění se mezitím změnil', en: 'The mandate has changed meanwhile' },
    detail: {
      cs: 'Pozastavit jde jen platné zmocnění a obnovit jen pozastavené, dokud neuplynul jeho poslední den. Nic jsme nezměnili. Načtěte stránku znovu.',
      en: 'Only a valid mandate can be suspended, and only a suspended one resumed, as long as its last day has not passed. We have changed nothing. Please load the page again.',
    },
  },
  'mandate-not-valid': {
    status: 403,
    title: { cs: 'Zmocnění teď neplatí', en: 'The mandate does not hold now' },
    detail: {
      cs: 'Nic se neodeslalo. {reason} Stav zmocnění najdete mezi svými zmocněními.',
      en: 'Nothing was sent. {reason} You find its state among your mandates.',
    },
  },
  'mandate-scope': {
    status: 403,
    title: { cs: 'Na to vaše zmocnění nestačí', en: 'Your mandate does not reach that far' },
    detail: {
      cs: 'Vaše zmocnění tento krok nedovoluje. Nic se neodeslalo. Zmocnitel může udělit širší.',
      en: 'Your mandate does not allow this step. Nothing was sent. The principal can grant a wider one.',
    },
  },
  'mandate-limit': {
    status: 403,
    title: { cs: 'Částka je nad limit zmocnění', en: 'The amount is above the mandate’s limit' },
    detail: {
      cs: 'Zmocnitel omezil výši jedné platby. Zaplaťte méně, nebo ho požádejte o vyšší limit. Nic se nestrhlo.',
      en: 'The principal has limited one payment. Pay less, or ask them for a higher limit. Nothing was charged.',
    },
  },
  'mandate-joint': {
    status: 403,
    title: { cs: 'Tady musíte jednat společně', en: 'Here you must act together' },
    detail: {
      cs: 'Za tuto firmu jedná více osob společně a podpis jedné z nich nestačí. U plné moci přidejte druhého jednajícího. Jestli v rejstříku nikdo další není, opravte prosím nejdřív zápis. Nic se neodeslalo.',
      en: 'Several people act for this company together, and the signature of one of them is not enough. In a power of attorney add the other one. If the register names nobody else, please have the entry corrected first. Nothing was sent.',
    },
  },
  'mandate-from-register': {
    status: 409,
    title: { cs: 'Toto zastoupení se neodvolává tady', en: 'This representation is not ended here' },
    detail: {
      cs: 'Zastoupení trvá, v portálu ho ukončit nejde. {reason} Je-li zápis chybný, obraťte se na úřad, který ho vede.',
      en: 'The representation goes on and cannot be ended in the portal. {reason} If the entry is wrong, turn to the office that keeps it.',
    },
  },
} as const satisfies Record<string, Entry>

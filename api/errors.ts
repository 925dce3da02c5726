import type { FieldProblem, Language, ProblemDetails, Words } from './contract.ts'

interface Entry {
  status: number
  title: Words
  /** `{name}` is filled from the refusal's values. */
  detail: Words
}

/**
 * Everything the API refuses, with the words for people: what happened and what to do. The one place for them; a case's own
 * texts stand with its agenda, a form's with the form.
 */
export const errors = {
  'malformed-json': {
    status: 400,
    title: { cs: 'Požadavku nerozumíme', en: 'We cannot read the request' },
    detail: {
      cs: 'Odeslaná data nejsou platný JSON. Nic se neuložilo. Obnovte stránku a zkuste to znovu.',
      en: 'The data sent are not valid JSON. Nothing was saved. Reload the page and try again.',
    },
  },
  'not-json': {
    status: 415,
    title: { cs: 'Neznámý druh dat', en: 'Unknown kind of data' },
    detail: {
      cs: 'Rozhraní přijímá jen data ve formátu application/json. Nic se neuložilo.',
      en: 'The interface takes only data of type application/json. Nothing was saved.',
    },
  },
  'forged-webhook': {
    status: 400,
    title: { cs: 'Podpis zprávy nesouhlasí', en: 'The signature does not match' },
    detail: {
      cs: 'Zprávu nepodepsala platební brána, nebo je příliš stará. Neuložila se.',
      en: 'The message was not signed by the payment gateway, or it is too old. It was not stored.',
    },
  },
  'not-signed-in': {
    status: 401,
    title: { cs: 'Nejste přihlášeni', en: 'You are not signed in' },
    detail: {
      cs: 'Tato část portálu je jen pro přihlášené. Přihlaste se a pokračujte, kde jste skončili.',
      en: 'This part of the portal is only for people who are signed in. Sign in and go on where you stopped.',
    },
  },
  'session-expired': {
    status: 401,
    title: { cs: 'Přihlášení vypršelo', en: 'Your sign-in has expired' },
    detail: {
      cs: 'Dlouho jste nic neudělali, proto jsme vás odhlásili. Rozepsané údaje zůstaly uložené. Přihlaste se znovu.',
      en: 'You were inactive for a long time, so we signed you out. What you typed is saved. Sign in again.',
    },
  },
  forbidden: {
    status: 403,
    title: { cs: 'K tomu nemáte oprávnění', en: 'You are not allowed to do this' },
    detail: {
      cs: 'Jste přihlášeni, ale tato část portálu je pro někoho jiného. Pokud ji potřebujete, obraťte se na svůj odbor.',
      en: 'You are signed in, but this part of the portal is for somebody else. If you need it, ask your department.',
    },
  },
  'level-too-low': {
    status: 403,
    title: { cs: 'Potřebujeme silnější ověření', en: 'We need a stronger sign-in' },
    detail: {
      cs: 'Pro tento krok se přihlaste prostředkem s vyšší úrovní záruky, například bankovní identitou nebo eObčankou. Rozepsané údaje zůstanou uložené.',
      en: 'For this step, sign in by a means with a higher level of assurance, for example bank identity or eObčanka. What you typed stays saved.',
    },
  },
  'cross-origin': {
    status: 403,
    title: { cs: 'Požadavek přišel odjinud', en: 'The request came from elsewhere' },
    detail: {
      cs: 'Změny přijímáme jen ze stránek portálu. Otevřete portál a zkuste to tam.',
      en: 'We take changes only from the pages of the portal. Open the portal and try it there.',
    },
  },
  'four-eyes': {
    status: 403,
    title: { cs: 'Rozhodnout musí někdo jiný', en: 'Somebody else must decide' },
    detail: {
      cs: 'O předchozím kroku jste rozhodli vy, tento musí rozhodnout někdo jiný. Nic se nezměnilo; předejte úkol kolegovi.',
      en: 'You decided the step before, so somebody else must decide this one. Nothing has changed; pass the task to a colleague.',
    },
  },
  'own-matter': {
    status: 403,
    title: { cs: 'Ve vlastní věci nelze jednat za úřad', en: 'Your own matter' },
    detail: {
      cs: 'Jde o vaši vlastní věc, proto ji nemůžete vyřizovat (§ 14 správního řádu). Nic se nezměnilo; předejte ji kolegyni, kolegovi nebo vedoucímu.',
      en: 'This is your own matter, so you cannot deal with it (section 14 of the Administrative Code). Nothing has changed; pass it to a colleague or your supervisor.',
    },
  },
  'too-young': {
    status: 403,
    title: { cs: 'Účet zatím nelze založit', en: 'An account cannot be made yet' },
    detail: {
      cs: 'Vlastní účet může mít člověk od {age} let. Za mladší jedná rodič nebo jiný zákonný zástupce. Nic se neuložilo.',
      en: 'People may have an account of their own from the age of {age}. A parent or another legal representative acts for younger ones. Nothing was saved.',
    },
  },
  'not-yours': {
    status: 404,
    title: { cs: 'Nenašli jsme to', en: 'We did not find it' },
    detail: {
      cs: 'Hledaná položka neexistuje, nebo k ní nemáte přístup. Zkontrolujte adresu a s kým jste přihlášeni.',
      en: 'The item does not exist, or you have no access to it. Check the address and who you are signed in as.',
    },
  },
  'unknown-page': {
    status: 404,
    title: { cs: 'Taková adresa tu není', en: 'There is no such address' },
    detail: {
      cs: 'Na této adrese nic není. Popis rozhraní najdete na /api/docs.',
      en: 'There is nothing at this address. The description of the interface is at /api/docs.',
    },
  },
  'unknown-step': {
    status: 404,
    title: { cs: 'Takový krok řízení nemá', en: 'The case has no such step' },
    detail: {
      cs: 'Odpověď patří ke kroku, který v řízení není. Obnovte stránku řízení.',
      en: 'The answer belongs to a step that the case does not have. Reload the page of the case.',
    },
  },
  'mandate-ended': {
    status: 404,
    title: { cs: 'Za tuto osobu už nejednáte', en: 'You do not act for this person any more' },
    detail: {
      cs: 'Vaše zmocnění skončilo, proto už její věci nevidíte. Co jste do té doby udělali, platí. Má-li zmocnění trvat, požádejte zmocnitele o nové.',
      en: 'Your mandate has ended, so you no longer see their matters. What you did before stands. If it should go on, ask the principal for a new one.',
    },
  },
  'sign-in-not-fresh': {
    status: 403,
    title: { cs: 'Přihlaste se prosím znovu', en: 'Please sign in again' },
    detail: {
      cs: 'Přihlašovací klíč otevírá váš účet. Přidat ho proto jde jen do {minutes} minut po přihlášení. Nic se neztratilo, po přihlášení se sem vrátíte.',
      en: 'A passkey opens your account. That is why it can be added only within {minutes} minutes after signing in. Nothing is lost; after signing in you come back here.',
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
  'for-oneself-only': {
    status: 403,
    title: { cs: 'Tohle lze jen sám za sebe', en: 'This can be done for oneself only' },
    detail: {
      cs: 'Tuto žádost nelze podat za někoho jiného. Přepněte se na sebe a zkuste to znovu. Nic se neodeslalo.',
      en: 'This cannot be filed for somebody else. Switch to yourself and try again. Nothing was sent.',
    },
  },
  minor: {
    status: 403,
    title: { cs: 'Za vás jedná rodič', en: 'A parent acts for you' },
    detail: {
      cs: 'Do 18 let můžete v portálu nahlížet a vyřídit své osobní věci. Ostatní podává zákonný zástupce. Nic se neodeslalo.',
      en: 'Until you are 18 you can look around and settle personal matters. The rest is filed by your legal guardian. Nothing was sent.',
    },
  },
  'invitation-wrong': {
    status: 404,
    title: { cs: 'Pozvánku jsme nenašli', en: 'We did not find the invitation' },
    detail: {
      cs: 'Zkontrolujte číslo podání a kód a také to, že jste přihlášeni pod jménem, na které pozvánka zní.',
      en: 'Check the case number and the code, and that you are signed in under the name the invitation is for.',
    },
  },
  'invitation-locked': {
    status: 403,
    title: { cs: 'Pozvánka je zablokovaná', en: 'The invitation is locked' },
    detail: {
      cs: 'Kód byl pětkrát zadán špatně, proto jsme pozvánku zablokovali. Požádejte toho, kdo vás pozval, aby podání podal znovu.',
      en: 'The code was wrong five times, so we have locked the invitation. Ask the one who invited you to file it again.',
    },
  },
  'unknown-agenda': {
    status: 404,
    title: { cs: 'Tuto agendu portál nezná', en: 'The portal does not know this service' },
    detail: {
      cs: 'Službu s tímto označením nenabízíme. Vyberte si z přehledu životních situací.',
      en: 'We offer no service of this name. Choose one from the list of life situations.',
    },
  },
  'method-not-allowed': {
    status: 405,
    title: { cs: 'Tady to nejde', en: 'This is not possible here' },
    detail: {
      cs: 'Adresa existuje, ale nepřijímá tento druh požadavku. Popis rozhraní najdete na /api/docs.',
      en: 'The address exists but does not take this kind of request. The description of the interface is at /api/docs.',
    },
  },
  'not-present': {
    status: 409,
    title: { cs: 'Tuto osobu teď u přepážky nemáte', en: 'This person is not at your desk now' },
    detail: {
      cs: 'Obsluha skončila, nebo jste mezitím začali s někým jiným. Nic se neuložilo. Ověřte znovu doklad a pokračujte.',
      en: 'The service has ended, or you have begun with somebody else. Nothing was saved. Check the document again and go on.',
    },
  },
  'person-dead': {
    status: 409,
    title: { cs: 'Podle registru tato osoba zemřela', en: 'This person has died according to the register' },
    detail: {
      cs: 'Registr obyvatel vede u těchto údajů datum úmrtí. Účet nelze založit ani ověřit. Zkontrolujte údaje podle dokladu; je-li to omyl registru, obraťte se na ohlašovnu.',
      en: 'The register of inhabitants has a date of death for these data. The account can be neither made nor checked. Compare the data with the document; if the register is mistaken, turn to the registration office.',
    },
  },
  'account-exists': {
    status: 409,
    title: { cs: 'Takový účet už existuje', en: 'There is such an account already' },
    detail: {
      cs: 'Někdo tohoto jména a data narození už účet má. Vyhledejte ho znovu, a jde-li o jinou osobu, potvrďte, že je to jmenovec.',
      en: 'Somebody of this name and birth date has an account. Look again, and if it is another person, confirm that it is a namesake.',
    },
  },
  'subject-taken': {
    status: 409,
    title: { cs: 'Záznam už patří k jinému účtu', en: 'The record belongs to another account' },
    detail: {
      cs: 'Záznam v evidenci města je spojený s jiným účtem, nebo má tento účet už jiný záznam. Nic se nezměnilo. Je-li to táž osoba, spojte nejdřív oba účty.',
      en: 'The record is linked with another account, or this account has another record. Nothing was changed. If it is the same person, join the two accounts first.',
    },
  },
  'two-accounts': {
    status: 409,
    title: { cs: 'Máte v portálu dva účty', en: 'You have two accounts in the portal' },
    detail: {
      cs: 'Na tomto účtu už jsou vaše podání nebo záznamy města, proto ho nejde jen tak přesunout. Nic se nezměnilo a kód platí dál. Přijďte na přepážku, která kód vydala: oba účty spojí a o nic nepřijdete.',
      en: 'This account already holds cases of yours or records of the city, so it cannot simply be moved. Nothing was changed and the code stays valid. Come to the desk that issued the code: it will join the two accounts and nothing will be lost.',
    },
  },
  'last-passkey': {
    status: 409,
    title: { cs: 'Jinak byste se nepřihlásili', en: 'You could not sign in any more' },
    detail: {
      cs: 'Je to váš jediný způsob přihlášení, proto jsme ho neodebrali. Nejdřív přidejte další klíč, nebo si zařiďte elektronickou identitu. Ztratili jste zařízení? Přijďte na přepážku.',
      en: 'This is your only way to sign in, so we have not removed it. Add another passkey first, or get an electronic identity. Have you lost the device? Come to the desk.',
    },
  },
  'desk-code-used': {
    status: 409,
    title: { cs: 'Tento kód už byl použit', en: 'This code has been used already' },
    detail: {
      cs: 'Kód z přepážky platí jen jednou. Pokud jste ho použili vy, prostě se přihlaste. Pokud ne, dejte nám hned vědět a přijďte si s dokladem pro nový.',
      en: 'A code from the desk works once. If you used it, simply sign in. If not, let us know at once and come for a new one with your document.',
    },
  },
  'desk-code-expired': {
    status: 409,
    title: { cs: 'Platnost kódu skončila', en: 'The code has expired' },
    detail: {
      cs: 'Kód už neplatí, jinak se nic nestalo. Přijďte si na přepážku s dokladem pro nový.',
      en: 'The code is no longer valid; nothing else has happened. Come to the desk with your document for a new one.',
    },
  },
  'desk-code-replaced': {
    status: 409,
    title: { cs: 'Platí už jen novější kód', en: 'Only the newer code is valid' },
    detail: {
      cs: 'Po tomto kódu jste na přepážce dostali další a tento tím přestal platit. Zadejte ten novější.',
      en: 'You were given another code after this one, which made this one void. Enter the newer one.',
    },
  },
  'desk-code-locked': {
    status: 409,
    title: { cs: 'Kód jsme zablokovali', en: 'We have blocked the code' },
    detail: {
      cs: 'Kód byl pětkrát zadán špatně, proto přestal platit. K vašemu účtu se nikdo nedostal. Přijďte si na přepážku s dokladem pro nový.',
      en: 'A wrong code was entered five times, so it is void. Nobody has got into your account. Come to the desk with your document for a new one.',
    },
  },
  'desk-code-other-person': {
    status: 409,
    title: { cs: 'Kód patří někomu jinému', en: 'The code belongs to somebody else' },
    detail: {
      cs: 'Jméno, pod kterým jste přihlášeni, nesouhlasí s dokladem, který přepážka ověřila. Nic se nezměnilo. Přihlaste se svou identitou; změnilo-li se vám jméno, přijďte na přepážku s novým dokladem.',
      en: 'The name you are signed in under differs from the document the desk has checked. Nothing was changed. Sign in with your own identity; if your name has changed, come to the desk with the new document.',
    },
  },
  'document-not-ready': {
    status: 409,
    title: { cs: 'Dokument se ještě připravuje', en: 'The document is being prepared' },
    detail: {
      cs: 'Dokument vystavujeme, obvykle to trvá pár vteřin. Zkuste ho otevřít za chvíli.',
      en: 'We are issuing the document; it usually takes a few seconds. Try to open it in a while.',
    },
  },
  'stale-view': {
    status: 409,
    title: { cs: 'Mezitím se něco změnilo', en: 'Something has changed meanwhile' },
    detail: {
      cs: 'Pracovali jste se starším stavem. Nic se neztratilo: obnovte stránku, zkontrolujte nový stav a zkuste to znovu.',
      en: 'You worked with an older state. Nothing is lost: reload the page, look at the new state and try again.',
    },
  },
  'already-answered': {
    status: 409,
    title: { cs: 'Na tento krok už přišla odpověď', en: 'This step has been answered already' },
    detail: {
      cs: 'Odpověď jste už odeslali, třeba z jiného okna. Platí ta první. Obnovte stránku řízení.',
      en: 'An answer was sent already, perhaps from another window. The first one counts. Reload the page of the case.',
    },
  },
  'step-closed': {
    status: 409,
    title: { cs: 'Tento krok už není otevřený', en: 'This step is no longer open' },
    detail: {
      cs: 'Řízení se mezitím posunulo nebo lhůta uplynula. Obnovte stránku řízení, uvidíte, co je na řadě.',
      en: 'The case has moved on meanwhile, or the time ran out. Reload the page of the case to see what is next.',
    },
  },
  'case-closed': {
    status: 409,
    title: { cs: 'Řízení je uzavřené', en: 'The case is closed' },
    detail: {
      cs: 'Do uzavřeného řízení už nelze nic přidat. Výsledek najdete na jeho stránce.',
      en: 'Nothing can be added to a closed case. You find the outcome on its page.',
    },
  },
  'nobody-reads': {
    status: 409,
    title: { cs: 'Zprávu by nikdo nečetl', en: 'Nobody would read the message' },
    detail: {
      cs: 'Na tomto případu na úřadě nikdo nepracuje. Zpráva se neodeslala. Zavolejte nebo napište odboru, kontakt je na stránce případu.',
      en: 'Nobody at the town hall works on this case. The message was not sent. Call or write to the department; the page of the case says how.',
    },
  },
  taken: {
    status: 409,
    title: { cs: 'Úkol už má někdo jiný', en: 'Somebody else has the task' },
    detail: {
      cs: 'Tento úkol má {name}. Nic se nezměnilo a co jste napsali, zůstalo uložené. Vezměte si jiný, nebo se domluvte.',
      en: 'The task is with {name}. Nothing has changed, and what you typed stays saved. Take another one, or talk to them.',
    },
  },
  'cannot-take': {
    status: 409,
    title: { cs: 'Kolega tento úkol mít nemůže', en: 'The colleague cannot have this task' },
    detail: {
      cs: 'O případu {number} nemůže rozhodovat {name}: nepatří k této schránce, rozhodl už o předchozím kroku, nebo je účastníkem. Nepřidělili jsme nic; vyberte někoho jiného.',
      en: 'Case {number} cannot be decided by {name}: they do not belong to this inbox, decided the step before, or are a party. Nothing was assigned; choose somebody else.',
    },
  },
  'no-preview': {
    status: 409,
    title: { cs: 'Náhled teď neumíme ukázat', en: 'We cannot show a preview now' },
    detail: {
      cs: 'Průběh tohoto případu se nepodařilo přehrát, proto nevíme, co by občan dostal. Rozhodnout můžete i bez náhledu.',
      en: 'The course of this case could not be played, so we do not know what the citizen would get. You can decide without a preview.',
    },
  },
  'absence-overlaps': {
    status: 409,
    title: { cs: 'V těchto dnech už zástup je', en: 'There is a substitute on these days already' },
    detail: {
      cs: 'Nepřítomnost od {from} do {to} už má {name} zapsanou. Nic se nezměnilo: zvolte jiné dny, nebo nejdřív zrušte ten dřívější zápis.',
      en: 'An absence of {name} from {from} to {to} is entered already. Nothing has changed: choose other days, or cancel the earlier entry first.',
    },
  },
  'official-changed': {
    status: 409,
    title: { cs: 'Kontakt mezitím upravil někdo jiný', en: 'Somebody else has changed the contact meanwhile' },
    detail: {
      cs: 'Vaše změny se neuložily, ve formuláři ale zůstaly. Podívejte se, co je uložené teď; když formulář uložíte znovu, bude platit vaše verze.',
      en: 'Your changes were not saved, but they are still in the form. See what is stored now; if you save the form again, your version will count.',
    },
  },
  'official-exists': {
    status: 409,
    title: { cs: 'Toto přihlašovací jméno už někdo má', en: 'Somebody has this sign-in name already' },
    detail: {
      cs: 'Nikoho jsme nepřidali. Zvolte jiné přihlašovací jméno, nebo najděte v seznamu toho, komu patří.',
      en: 'Nobody was added. Choose another sign-in name, or find in the list whose it is.',
    },
  },
  'no-successor': {
    status: 409,
    title: { cs: 'Tento člověk převzít práci nemůže', en: 'This person cannot take over' },
    detail: {
      cs: 'Nástupce musí na úřadě pracovat a být někdo jiný. Nic se nezměnilo: vyberte jiného.',
      en: 'A successor must be with the office and somebody else. Nothing has changed: choose another one.',
    },
  },
  'last-admin': {
    status: 409,
    title: { cs: 'Kontakty by neměl kdo spravovat', en: 'Nobody would keep the contacts' },
    detail: {
      cs: 'Je to poslední správce kontaktů. Nic se nezměnilo: nejdřív tím pověřte někoho jiného.',
      en: 'This is the last keeper of contacts. Nothing has changed: give the duty to somebody else first.',
    },
  },
  'photo-kind': {
    status: 415,
    title: { cs: 'Tohle není fotka', en: 'This is no photograph' },
    detail: {
      cs: 'Fotka musí být obrázek JPEG nebo PNG. Neuložila se, dosavadní zůstala.',
      en: 'A photograph must be a JPEG or PNG picture. It was not saved; the one before stays.',
    },
  },
  'photo-size': {
    status: 422,
    title: { cs: 'Fotka nemá vhodnou velikost', en: 'The photograph is not of a suitable size' },
    detail: {
      cs: 'Fotka má {width} × {height} bodů; každá strana musí mít {smallest} až {largest}. Neuložila se, dosavadní zůstala.',
      en: 'The photograph has {width} × {height} points; each side must have {smallest} to {largest}. It was not saved; the one before stays.',
    },
  },
  'draft-conflict': {
    status: 409,
    title: { cs: 'Rozepsané údaje jsou novější jinde', en: 'There is a newer draft elsewhere' },
    detail: {
      cs: 'Stejný formulář jste mezitím změnili v jiném okně nebo zařízení. Načtěte novější verzi, nebo ji přepište.',
      en: 'You changed the same form in another window or device meanwhile. Load the newer version or overwrite it.',
    },
  },
  'in-another-order': {
    status: 409,
    title: { cs: 'Tento závazek už platíte', en: 'You are paying this debt already' },
    detail: {
      cs: 'Závazek je v jiné platbě, která ještě čeká. Dokončete ji, nebo ji zrušte; potom ho můžete zaplatit znovu.',
      en: 'The debt is in another payment that is still waiting. Finish it or cancel it; then you can pay it again.',
    },
  },
  'too-large': {
    status: 413,
    title: { cs: 'Je toho příliš mnoho', en: 'This is too much' },
    detail: {
      cs: 'Najednou lze odeslat nejvýše {limit} kB. Nic se neuložilo. Zkraťte text a zkuste to znovu.',
      en: 'At most {limit} kB can be sent at once. Nothing was saved. Shorten the text and try again.',
    },
  },
  'file-too-large': {
    status: 413,
    title: { cs: 'Soubor je příliš velký', en: 'The file is too large' },
    detail: {
      cs: 'Soubor může mít nejvýše {limit} MB. Neuložil se; ostatní soubory a rozepsané údaje zůstaly. Zmenšete ho, nebo ho rozdělte na více částí.',
      en: 'A file may have at most {limit} MB. It was not saved; the other files and what you typed stay. Make it smaller or split it into parts.',
    },
  },
  'file-kind': {
    status: 415,
    title: { cs: 'Takový soubor nepřijímáme', en: 'We do not take this kind of file' },
    detail: {
      cs: 'Soubor „{name}“ není {kinds}. Neuložil se. Dokument z Wordu nebo jiného programu uložte jako PDF a nahrajte znovu.',
      en: 'The file “{name}” is not {kinds}. It was not saved. Save a document of Word or another program as PDF and upload it again.',
    },
  },
  'file-empty': {
    status: 422,
    title: { cs: 'Soubor je prázdný', en: 'The file is empty' },
    detail: {
      cs: 'V souboru „{name}“ nic není. Neuložil se. Zkontrolujte ho a nahrajte znovu.',
      en: 'There is nothing in the file “{name}”. It was not saved. Check it and upload it again.',
    },
  },
  'file-broken': {
    status: 422,
    title: { cs: 'Soubor není celý', en: 'The file is not whole' },
    detail: {
      cs: 'Souboru „{name}“ chybí konec, nešel by otevřít. Neuložil se. Vytvořte ho, nebo ho stáhněte znovu, a pak ho nahrajte.',
      en: 'The end of the file “{name}” is missing, it could not be opened. It was not saved. Make or download it anew and upload it then.',
    },
  },
  'file-locked': {
    status: 422,
    title: { cs: 'Soubor je zamčený heslem', en: 'The file is locked by a password' },
    detail: {
      cs: 'Soubor „{name}“ by na úřadě nikdo neotevřel. Neuložil se. Uložte ho bez hesla a nahrajte znovu.',
      en: 'Nobody at the office could open the file “{name}”. It was not saved. Save it without a password and upload it again.',
    },
  },
  'files-too-many': {
    status: 409,
    title: { cs: 'Máte nahráno příliš mnoho souborů', en: 'You have uploaded too many files' },
    detail: {
      cs: 'Soubory, které čekají na odeslání, mohou mít dohromady nejvýše {limit} MB. Tento se neuložil. Odešlete rozepsaný formulář, nebo některé soubory odeberte.',
      en: 'Files that wait to be sent may have at most {limit} MB in all. This one was not saved. Send the form you have begun, or remove some files.',
    },
  },
  'file-sent': {
    status: 409,
    title: { cs: 'Soubor už je součástí podání', en: 'The file is part of a submission already' },
    detail: {
      cs: 'Soubor jste odeslali, proto ho smazat nejde. Nic se nezměnilo.',
      en: 'You have sent the file, so it cannot be deleted. Nothing was changed.',
    },
  },
  invalid: {
    status: 422,
    title: { cs: 'Některé údaje je třeba opravit', en: 'Some of the data need to be corrected' },
    detail: {
      cs: 'Nic se neodeslalo. U každého chybného údaje stojí, co opravit.',
      en: 'Nothing was sent. Each wrong item says what to correct.',
    },
  },
  'desk-code-wrong': {
    status: 422,
    title: { cs: 'Kód nesouhlasí', en: 'The code does not match' },
    detail: {
      cs: 'Zkontrolujte kód z potvrzení a datum narození, písmeno po písmenu. Po pěti chybných zadáních kód přestane platit. Když to nejde, přijďte si na přepážku pro nový.',
      en: 'Check the code on your confirmation and the date of birth, letter by letter. After five wrong tries the code is void. If it does not work, come to the desk for a new one.',
    },
  },
  'passkey-expired': {
    status: 422,
    title: { cs: 'Trvalo to příliš dlouho', en: 'It took too long' },
    detail: {
      cs: 'Na potvrzení v zařízení je pět minut a každý pokus platí jednou. Nic se nestalo, začněte prosím znovu.',
      en: 'There are five minutes to confirm on the device, and each try counts once. Nothing has happened; please start again.',
    },
  },
  'passkey-unknown': {
    status: 422,
    title: { cs: 'Tento klíč portál nezná', en: 'The portal does not know this passkey' },
    detail: {
      cs: 'Klíč jste v portálu už odebrali, nebo patří jinam. Vyberte jiný, přihlaste se jinak, nebo přijďte na přepážku.',
      en: 'You have removed it from the portal, or it belongs elsewhere. Choose another one, sign in another way, or come to the desk.',
    },
  },
  'passkey-refused': {
    status: 422,
    title: { cs: 'Klíč se nepodařilo ověřit', en: 'The passkey could not be verified' },
    detail: {
      cs: 'Zařízení nepotvrdilo, že jste to vy, nebo odpovědělo jinak, než mělo. Nic se nezměnilo. Zkuste to znovu a potvrďte otiskem, obličejem nebo kódem.',
      en: 'The device did not confirm that it is you, or answered otherwise than it should. Nothing was changed. Try again and confirm with your fingerprint, face or PIN.',
    },
  },
  'desk-code-too-many': {
    status: 429,
    title: { cs: 'Příliš mnoho chybných kódů', en: 'Too many wrong codes' },
    detail: {
      cs: 'Z vašeho připojení přišlo mnoho chybných kódů. Zkuste to prosím znovu za {minutes} min. Váš správný kód tím neztratil platnost.',
      en: 'Many wrong codes have come from your connection. Please try again in {minutes} min. Your right code stays valid meanwhile.',
    },
  },
  'too-many-notes': {
    status: 429,
    title: { cs: 'Dnes už je zpráv dost', en: 'There are enough messages for today' },
    detail: {
      cs: 'K jednomu podání jde za den poslat {most} zpráv. Co jste napsali, zůstalo na stránce: pošlete to zítra, nebo zavolejte tomu, kdo podání vyřizuje.',
      en: 'At most {most} messages a day can be sent about one case. What you have written is still on the page: send it tomorrow, or call whoever is handling the case.',
    },
  },
  'statement-broken': {
    status: 422,
    title: { cs: 'Výpis nejde přečíst', en: 'The statement cannot be read' },
    detail: {
      cs: 'Z výpisu se nepřevzalo nic. Řádek {line}{place}: {reason}. Stáhněte výpis z banky znovu; když to nepomůže, pošlete ho správci portálu.',
      en: 'Nothing of the statement was taken over. Line {line}{place}: {reason}. Download the statement from the bank again; if that does not help, send it to whoever runs the portal.',
    },
  },
  'day-not-over': {
    status: 409,
    title: { cs: 'Den ještě neskončil', en: 'The day is not over yet' },
    detail: {
      cs: 'Uzavřít jde jen den, který už skončil. Nic se nezměnilo; vraťte se k němu zítra.',
      en: 'Only a day that is over can be closed. Nothing has changed; come back to it tomorrow.',
    },
  },
  'day-changed': {
    status: 409,
    title: { cs: 'Součty dne se mezitím změnily', en: 'The totals of the day have changed' },
    detail: {
      cs: 'Od chvíle, kdy jste stránku otevřeli nebo kdy kolega den navrhl uzavřít, přibyla nebo se změnila platba. Nic jsme neuzavřeli. Načtěte stránku znovu a zkontrolujte nové součty.',
      en: 'Since you opened the page, or since your colleague proposed to close the day, a payment has come or changed. Nothing was closed. Load the page again and check the new totals.',
    },
  },
  'day-unexplained': {
    status: 422,
    title: { cs: 'Den nesouhlasí', en: 'The day does not agree' },
    detail: {
      cs: 'Strany se liší, nebo něco čeká na člověka. Napište do poznámky, čím to je a kdo to řeší. Nic se nezměnilo.',
      en: 'The sides differ, or something waits for a person. Please say in the note why, and who sees to it. Nothing has changed.',
    },
  },
  'day-taken': {
    status: 409,
    title: { cs: 'Někdo byl rychlejší', en: 'Somebody else was first' },
    detail: {
      cs: 'Uzavření tohoto dne mezitím navrhl, potvrdil nebo vzal zpět někdo jiný. Vaše volba nic nezměnila. Načtěte stránku znovu.',
      en: 'Somebody else has proposed, confirmed or taken back the closing of this day meanwhile. Your choice has changed nothing. Please load the page again.',
    },
  },
  'month-not-over': {
    status: 409,
    title: { cs: 'Měsíc ještě neskončil', en: 'The month is not over yet' },
    detail: {
      cs: 'Uzavřít jde jen měsíc, který už skončil. Nic se nezměnilo; vraťte se k němu po jeho posledním dni.',
      en: 'Only a month that is over can be closed. Nothing has changed; come back to it after its last day.',
    },
  },
  'month-open-days': {
    status: 409,
    title: { cs: 'Některý den měsíce není uzavřený', en: 'A day of the month is not closed' },
    detail: {
      cs: 'Měsíc se uzavírá, až když jsou uzavřené všechny jeho dny s pohybem peněz. Nic se nezměnilo; uzavřete nejdřív dny, které stránka vypisuje.',
      en: 'A month is closed once all its days on which money moved are closed. Nothing has changed; please close the days that the page lists first.',
    },
  },
  'month-unexplained': {
    status: 422,
    title: { cs: 'Uzavřený den se změnil', en: 'A closed day has changed' },
    detail: {
      cs: 'Po uzavření některého dne přibyla nebo se změnila platba. Napište do poznámky, čím to je a kdo to řeší. Nic se nezměnilo.',
      en: 'A payment has come or changed after a day was closed. Please say in the note why, and who sees to it. Nothing has changed.',
    },
  },
  'month-changed': {
    status: 409,
    title: { cs: 'Měsíc se mezitím změnil', en: 'The month has changed' },
    detail: {
      cs: 'Od chvíle, kdy jste stránku otevřeli, přibyla platba nebo se změnilo uzavření některého dne. Nic jsme neuzavřeli. Načtěte stránku znovu a zkontrolujte nové součty.',
      en: 'Since you opened the page a payment has come or the closing of a day has changed. We have closed nothing. Please load the page again and check the new totals.',
    },
  },
  'month-taken': {
    status: 409,
    title: { cs: 'Někdo byl rychlejší', en: 'Somebody else was first' },
    detail: {
      cs: 'Uzavření tohoto měsíce mezitím navrhl, potvrdil nebo vzal zpět někdo jiný. Vaše volba nic nezměnila. Načtěte stránku znovu.',
      en: 'Somebody else has proposed, confirmed or taken back the closing of this month meanwhile. Your choice has changed nothing. Please load the page again.',
    },
  },
  'nothing-to-hand-over': {
    status: 409,
    title: { cs: 'Není co předat', en: 'There is nothing to hand over' },
    detail: {
      cs: 'Účetnictví už ví o všech platbách i vrácených penězích, možná právě teď od kolegy. Nic se nezměnilo; soubor dřívějšího předání si stáhněte ze seznamu.',
      en: 'The accounting knows of all payments and of what was given back, perhaps from a colleague just now. Nothing has changed; download the file of an earlier hand-over from the list.',
    },
  },
  'days-wrong': {
    status: 422,
    title: { cs: 'Zkontrolujte dny', en: 'Please check the days' },
    detail: {
      cs: 'Začátek je až po konci. Nic se nezměnilo; opravte dny a zkuste to znovu.',
      en: 'The first day is after the last. Nothing has changed; correct the days and try again.',
    },
  },
  'event-resolved': {
    status: 409,
    title: { cs: 'Zprávu už někdo vyřídil', en: 'The message has been dealt with' },
    detail: {
      cs: 'Kolega mezitím napsal, o co šlo. Jeho vysvětlení platí, vaše jsme neuložili. Načtěte stránku znovu.',
      en: 'A colleague has said meanwhile what it was. That stands; yours was not saved. Please load the page again.',
    },
  },
  'statement-differs': {
    status: 409,
    title: { cs: 'Výpis s tímto číslem už tu je', en: 'A statement of this number is here already' },
    detail: {
      cs: 'Výpis {number}/{year} účtu {account} je už převzatý s jiným obsahem. Nic se nezměnilo. Ověřte v bance, který z nich platí.',
      en: 'Statement {number}/{year} of account {account} has been taken over with another content. Nothing has changed. Check with the bank which of them is right.',
    },
  },
  'slip-unknown': {
    status: 422,
    title: { cs: 'Podle těchto údajů zaplatit nejde', en: 'These details cannot be paid' },
    detail: {
      cs: 'Nic jsme nestrhli. Zkontrolujte symbol a částku, musí být přesně jako na složence. Souhlasí-li, může už být zaplaceno, právě to platí někdo jiný, nebo se závazek změnil; proč, tu kvůli soukromí neříkáme. Zaplaťte prosím převodem, po přihlášení, nebo na pokladně.',
      en: 'Nothing was charged. Check the symbol and the amount, they must be exactly as on the slip. If they are, it may be paid already, somebody else may be paying it now, or the debt has changed; for the sake of privacy we do not say which. Please pay by bank transfer, after signing in, or at the cash desk.',
    },
  },
  'slip-puzzle': {
    status: 422,
    title: { cs: 'Stránka byla otevřená příliš dlouho', en: 'The page was open for too long' },
    detail: {
      cs: 'Ochrana proti automatům mezitím přestala platit. Nic jsme nestrhli a údaje zůstaly vyplněné. Pošlete je prosím ještě jednou.',
      en: 'The protection against machines has run out meanwhile. Nothing was charged and what you entered is still there. Please send it once more.',
    },
  },
  'slip-too-many': {
    status: 429,
    title: { cs: 'Příliš mnoho pokusů', en: 'Too many tries' },
    detail: {
      cs: 'S tímto variabilním symbolem, nebo z vašeho připojení, přišlo mnoho pokusů, které nevyšly. Zkuste to prosím za hodinu. Mezitím můžete zaplatit převodem podle složenky, nebo po přihlášení.',
      en: 'Many tries that did not work out have come with this variable symbol or from your connection. Please try again in an hour. Meanwhile you can pay by bank transfer as the slip says, or after signing in.',
    },
  },
  'too-many': {
    status: 429,
    title: { cs: 'Příliš mnoho požadavků', en: 'Too many requests' },
    detail: {
      cs: 'Zkuste to prosím znovu za {seconds} s.',
      en: 'Please try again in {seconds} s.',
    },
  },
  unexpected: {
    status: 500,
    title: { cs: 'Něco se nám pokazilo', en: 'Something went wrong on our side' },
    detail: {
      cs: 'Chyba je na naší straně. Zkuste to za chvíli znovu. Když to nepomůže, napište nám a uveďte číslo {requestId}.',
      en: 'The fault is ours. Try again in a while. If it does not help, write to us and give the number {requestId}.',
    },
  },
  'register-away': {
    status: 503,
    title: { cs: 'Registr teď neodpovídá', en: 'The register is not answering now' },
    detail: {
      cs: 'Na chybě nic neztrácíte: údaj můžete vyplnit sami, nebo to zkuste za chvíli.',
      en: 'You lose nothing by it: fill in the data yourself, or try again in a while.',
    },
  },
  unavailable: {
    status: 503,
    title: { cs: 'Portál je na chvíli mimo provoz', en: 'The portal is out of service for a moment' },
    detail: {
      cs: 'Právě se nám nedaří číst ani ukládat data. Nic z uloženého se neztratilo. Zkuste to prosím za pár minut.',
      en: 'We cannot read or save data at the moment. Nothing that was saved is lost. Please try again in a few minutes.',
    },
  },
} as const satisfies Record<string, Entry>

export type Code = keyof typeof errors

/** What the answer 202 says: stored, hence filed, although the engine behind it is not answering right now. */
export const engineAway: Words = {
  cs: 'Podání jsme přijali a uložili. Zpracujeme ho, jakmile to půjde; nemusíte nic opakovat.',
  en: 'We have received and stored your submission. We will process it as soon as we can; you need not repeat anything.',
}

/** A refusal in the words of the table. Throw it anywhere below the routes; the outermost middleware answers with it. */
export class Refusal extends Error {
  override name = 'Refusal'
  readonly code: Code
  readonly values: Record<string, string | number>
  readonly problems: FieldProblem[] | undefined
  readonly next: string | undefined

  constructor(
    code: Code,
    more: { values?: Record<string, string | number>; problems?: FieldProblem[]; next?: string } = {},
  ) {
    super(code)
    this.code = code
    this.values = more.values ?? {}
    this.problems = more.problems
    this.next = more.next
  }

  get status(): number {
    return errors[this.code].status
  }
}

/** The refusal as RFC 9457 wants it, in the reader's language. `type` leads to the list of problems in the API's description. */
export function problemDetails(
  refusal: Refusal,
  language: Language,
  requestId: string,
  portalUrl: string,
): ProblemDetails {
  const { status, title, detail } = errors[refusal.code]
  const values: Record<string, string | number> = { requestId, ...refusal.values }
  return {
    type: `${portalUrl}/api/docs#${refusal.code}`,
    code: refusal.code,
    title: title[language],
    status,
    detail: detail[language].replace(/\{(\w+)\}/g, (whole, name: string) => String(values[name] ?? whole)),
    requestId,
    ...(refusal.problems && { problems: refusal.problems }),
    ...(refusal.next !== undefined && { next: refusal.next }),
  }
}

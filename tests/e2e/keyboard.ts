import type { Locator, Page } from 'playwright-core'

/** Presses Tab until the element has the focus, as somebody without a mouse does; throws when it is never reached. */
export async function tabTo(target: Locator, most = 120): Promise<void> {
  await target.waitFor()
  const page = target.page()
  for (let pressed = 0; pressed <= most; pressed++) {
    if (await target.evaluate(element => element === document.activeElement)) return
    await page.keyboard.press('Tab')
  }
  throw new Error(`The keyboard never reaches ${String(target)}.`)
}

/** Goes to a link or a button by Tab and presses Enter. */
export async function press(target: Locator): Promise<void> {
  await tabTo(target)
  await target.page().keyboard.press('Enter')
}

/** Goes to a field by Tab and writes into it, over what was there. */
export async function write(target: Locator, text: string): Promise<void> {
  await tabTo(target)
  const { keyboard } = target.page()
  await keyboard.press('Control+A')
  await keyboard.type(text)
}

/** Pays at the gateway's page without a mouse. */
export async function payByKeyboard(page: Page, card: string): Promise<void> {
  await write(page.locator('#number'), card)
  await write(page.locator('#expiry'), '12/34')
  await write(page.locator('#cvc'), '123')
  await write(page.locator('#holder'), 'Šárka Ďuríčková')
  await page.keyboard.press('Enter')
}

/** Signs in at the provider without a mouse: means, person, consent. */
export async function signInByKeyboard(page: Page, means: RegExp, person: RegExp): Promise<void> {
  await press(page.getByRole('link', { name: means }))
  await press(page.getByRole('link', { name: person }))
  await press(page.locator('button[value=agree]'))
}

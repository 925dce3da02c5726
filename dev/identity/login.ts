import type { Context, Middleware } from 'koa'
import type { Interaction, InteractionResults } from 'oidc-provider'
import type Provider from 'oidc-provider'
import type { Desk } from './desk.ts'
import { accountId, rememberLogin } from './desk.ts'
import { isLoginFault } from './faults.ts'
import { readBody } from './http.ts'
import type { Means } from './means.ts'
import { acrOf, holds, reaches, requiredLevel } from './means.ts'
import type { Visit } from './pages/choose.ts'
import { meansPage, peoplePage } from './pages/choose.ts'
import { consentPage } from './pages/consent.ts'
import { errorPage } from './pages/notices.ts'
import { languageOf, texts } from './pages/texts.ts'
import type { DemoPerson, NameState } from './person.ts'
import { inState } from './person.ts'
import { now } from './storage.ts'

/**
 * The pages under /login/:uid: means, person, consent. Choices travel in the address, so the browser's back button works
 * and nothing is kept until the visitor agrees.
 */
export function loginPages(desk: Desk, provider: Provider): Middleware {
  return async (ctx, next) => {
    const uid = ctx.path.match(/^\/login\/([\w-]+)$/)?.[1]
    if (!uid) return next()
    ctx.type = 'html'
    const interaction = await provider.interactionDetails(ctx.req, ctx.res).catch(() => undefined)
    if (interaction?.uid !== uid) {
      const language = languageOf(ctx.query.lang, ctx.get('accept-language'))
      ctx.status = 400
      ctx.body = errorPage(language, { message: texts[language].expired })
      return
    }
    const choice = choiceOf(desk, ctx, interaction)
    if (ctx.method === 'POST') return answer(desk, provider, ctx, interaction, choice)
    ctx.body = pageOf(desk, choice)
  }
}

type Choice = { visit: Visit; means?: Means; person?: DemoPerson; state: NameState }

/** What was chosen so far; a choice that is not possible counts as none, so its page is shown again. */
function choiceOf(desk: Desk, ctx: Context, interaction: Interaction): Choice {
  const required = requiredLevel(interaction.params.acr_values)
  const anyway = ctx.query.anyway === '1'
  const visit: Visit = {
    language: languageOf(ctx.query.lang, interaction.params.ui_locales),
    here: ctx.URL,
    service: desk.service,
    required,
    anyway,
  }
  const state: NameState = ctx.query.state === 'formerly' ? 'formerly' : 'now'
  const means = desk.offer.find(({ id }) => id === ctx.query.means)
  if (!means || !(anyway || reaches(means.level, required))) return { visit, state }
  const person = desk.people.find(({ key }) => key === ctx.query.person)
  if (!person || !holds(person, means)) return { visit, state, means }
  return { visit, state, means, person }
}

function pageOf(desk: Desk, { visit, means, person, state }: Choice): string {
  if (!means) return meansPage(visit, desk.offer)
  if (!person) return peoplePage(visit, means, desk.people)
  return consentPage(visit, means, inState(person, state))
}

/** Buttons that end the sign-in without a person, and what the service is told then. */
const refusals = new Map<string, InteractionResults>([
  ['cancel', { error: 'access_denied', error_description: 'the visitor cancelled signing in' }],
  ['refuse', { error: 'access_denied', error_description: 'the visitor refused to hand over the data' }],
  ['unavailable', { error: 'temporarily_unavailable', error_description: 'the means is out of order' }],
])

async function answer(desk: Desk, provider: Provider, ctx: Context, interaction: Interaction, choice: Choice) {
  const form = new URLSearchParams(await readBody(ctx.req))
  const finish = async (result: InteractionResults) => {
    ctx.redirect(await provider.interactionResult(ctx.req, ctx.res, result, { mergeWithLastSubmission: false }))
    ctx.status = 303
  }
  const action = form.get('action') ?? ''
  const refusal = refusals.get(action)
  if (refusal) return finish(refusal)
  if (action === 'outage') {
    desk.controls.set({ down: 'everything' })
    ctx.redirect('/auth')
    ctx.status = 303
    return
  }
  const { means, person, state } = choice
  if (action === 'agree' && means && person) {
    await finish(await agree(desk, provider, interaction, form, means, person, state))
    await forgetOthers(provider, interaction, accountId(means, person))
    return
  }
  const { language } = choice.visit
  ctx.status = 400
  ctx.body = errorPage(language, { message: texts[language].badChoice })
}

async function agree(
  desk: Desk,
  provider: Provider,
  interaction: Interaction,
  form: URLSearchParams,
  means: Means,
  person: DemoPerson,
  state: NameState,
): Promise<InteractionResults> {
  const armed = desk.controls.takeNext()
  const chosen = form.get('fault')
  const fault = isLoginFault(chosen) && chosen !== 'none' ? chosen : armed
  const level = fault === 'low' ? 'low' : means.level
  const address = form.get('address') === 'yes'
  const account = accountId(means, person)
  const authTime = now()

  const grant = new provider.Grant({ accountId: account, clientId: String(interaction.params.client_id) })
  for (const scope of String(interaction.params.scope).split(' ')) {
    if (scope === 'address' && !address) grant.rejectOIDCScope(scope)
    else grant.addOIDCScope(scope)
  }
  const grantId = await grant.save()
  rememberLogin(desk, grantId, { personKey: person.key, state, means: means.id, level, address, authTime, fault })
  return {
    login: { accountId: account, acr: acrOf(level), amr: means.amr, ts: authTime },
    consent: { grantId },
  }
}

/**
 * Signs the browser's previous person out before another one comes in.
 * Left alone, oidc-provider would ask to confirm that on a page of its own, with a script.
 */
async function forgetOthers(provider: Provider, interaction: Interaction, account: string): Promise<void> {
  const { session: previous } = interaction
  if (!previous || previous.accountId === account) return
  const session = await provider.Session.findByUid(previous.uid)
  if (!session) return
  session.accountId = undefined
  session.authorizations = {}
  await session.persist()
}

import type { Assurance } from '../contract.ts'

const base = 'http://eidas.europa.eu/LoA/'
/** Levels of assurance (úrovně záruky), eIDAS article 8, the lowest first. */
const levels: readonly Assurance[] = ['low', 'substantial', 'high']

/** Whether a level is at least the one asked for. */
export const reaches = (level: Assurance, required: Assurance): boolean =>
  levels.indexOf(level) >= levels.indexOf(required)

/** The higher of two levels. */
export const higher = (one: Assurance, other: Assurance): Assurance => (reaches(one, other) ? one : other)

/** The level of a claim `acr`, as eIDAS and the national point (NIA) write it; what we do not know counts as low. */
export const levelOf = (acr: unknown): Assurance => levels.find(level => acr === base + level) ?? 'low'

/** A level as the database keeps it. */
export const storedLevel = (text: string): Assurance => levels.find(level => level === text) ?? 'low'

/** `acr_values` of a request: any level from the asked one up will do (OpenID Connect Core § 3.1.2.1). */
export const acrValues = (required: Assurance): string =>
  levels
    .slice(levels.indexOf(required))
    .map(level => base + level)
    .join(' ')

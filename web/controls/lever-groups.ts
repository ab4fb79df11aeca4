/** The levers by subject, in the order in which the panel shows them. */
import { policies } from '../../sim/index.ts'
import type { Policy } from '../../sim/policies/policy.ts'

export const leverGroups = {
  money: ['transferPool', 'transferMix', 'equalizationFormula', 'countyPooling', 'centralResponsibility', 'countyResponsibility'],
  services: ['ruralTilt', 'standards', 'supervision', 'marketProviders', 'socialProviders', 'schoolClosing', 'boarding'],
  migration: ['hukouOpenness', 'rentalHousing', 'transport'],
  land: ['villageMerging', 'mergingBudget', 'landLetting', 'landCompensation', 'farmlandRedline'],
  households: ['ruralJobs', 'training', 'ruralPension', 'ruralAssistance', 'familySupport'],
} as const satisfies Record<string, readonly string[]>

export type LeverGroup = keyof typeof leverGroups

export const groupNames = Object.keys(leverGroups) as LeverGroup[]

/** For a lever that no list has: by the section of the paper that it names first. */
const groupOfSection: Record<string, LeverGroup> = { '4.2': 'money', '4.1': 'services', '4': 'migration', '2.2': 'households' }

export function groupOf({ id, section }: Policy): LeverGroup {
  return groupNames.find(group => (leverGroups[group] as readonly string[]).includes(id))
    ?? groupOfSection[section.split(',')[0].trim()] ?? 'land'
}

/** The engine's levers of a group, in the order of the list. */
export function leversOf(group: LeverGroup): Policy[] {
  const place = ({ id }: Policy) => {
    const at = (leverGroups[group] as readonly string[]).indexOf(id)
    return at < 0 ? Infinity : at
  }
  return policies.filter(policy => groupOf(policy) === group).sort((a, b) => place(a) - place(b))
}

export function sectionsOf(group: LeverGroup): string {
  return [...new Set(leversOf(group).flatMap(({ section }) => section.split(', ')))].sort().join(', ')
}

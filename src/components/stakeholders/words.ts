import {writeDay} from '#core/records/londonDay.ts';
import {isStale} from '#core/planning/stakeholders.ts';
import type {Stakeholder} from '#core/planning/stakeholders.ts';

/** When an entry was checked, in words. */
export function checkedInWords({checked}: Pick<Stakeholder, 'checked'>): string {
  return checked === null ? 'Never' : writeDay(checked);
}

/** What is the matter with an entry's date; empty when nothing is. */
export function staleInWords(entry: Pick<Stakeholder, 'checked'>, today: string): string {
  if (!isStale(entry, today)) return '';
  return entry.checked === null ? 'Check it' : 'Not checked for 12 months';
}

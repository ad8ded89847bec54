import type {Warning} from '#core/planning/openingParagraphSources.ts';

/** The id of a field on the page, which the list of what is missing leads to. */
export function fieldId(field: Warning['field']): string {
  return `field-${field}`;
}

import {writeCsv} from '../csv.ts';
import {AUDIENCES} from '../methods/vocabulary.ts';
import {readOwnFile, wordsForFile, writeOwnFile} from './ownFile.ts';
import {HEADINGS, QUARTER_HEADING} from './stakeholderColumns.ts';
import {CHARACTERISTICS} from './stakeholderGaps.ts';
import {LONGEST_FILE, sameKey} from './stakeholderImport.ts';
import type {ImportRead, Preview} from './stakeholderImport.ts';
import {quarterOf, QUARTERS} from './stakeholderQuarters.ts';
import {nameOf, StakeholderList} from './stakeholders.ts';

/** A name for the file, made of the consultation's own. `ending`: csv or json. */
export function fileNameOf({title}: Pick<StakeholderList, 'title'>, ending: string): string {
  const words = wordsForFile(title);
  return `stakeholders${words && `-${words}`}.${ending}`;
}

/** The list as a table that `readImport` reads again. Without `personal`, contacts and notes stay out of it. */
export function toCsv(list: StakeholderList, personal: boolean): string {
  const own = (heading: string): string[] => (personal ? [heading] : []);
  return writeCsv(
    [HEADINGS.name, HEADINGS.segment, HEADINGS.influence, HEADINGS.interest, QUARTER_HEADING, HEADINGS.affected, HEADINGS.audiences, HEADINGS.characteristics,
      HEADINGS.approach, ...own(HEADINGS.contact), ...own(HEADINGS.notes), HEADINGS.checked],
    list.entries.map((entry) => {
      const quarter = quarterOf(entry);
      return [
        entry.name, entry.segment, entry.influence, entry.interest, quarter === null ? 'Not placed yet' : QUARTERS[quarter].title, entry.affected,
        entry.audiences.map((audience) => AUDIENCES[audience]).join('; '), entry.characteristics.map((each) => CHARACTERISTICS[each].name).join('; '),
        entry.approach, ...own(entry.contact), ...own(entry.notes), entry.checked,
      ];
    }),
  );
}

const FORM = {kind: 'askwell-stakeholders', what: 'a list of stakeholders', longest: LONGEST_FILE, schema: StakeholderList} as const;

/** Everything in the list, as a text that `fromJson` reads. */
export function toJson(list: StakeholderList): string {
  return writeOwnFile(FORM, list);
}

/** Reads a file that `toJson` wrote into a preview. Changes nothing. Never throws. */
export function fromJson(text: string): ImportRead {
  const read = readOwnFile(FORM, text);
  return read.ok ? {ok: true, preview: previewOf(read.value)} : read;
}

/** Entries without a name, and a second one of the same name and segment, are left out as they would be from CSV. */
function previewOf({title, entries}: StakeholderList): Preview {
  const preview: Preview = {title, ready: [], problems: [], unused: []};
  const seen = new Map<string, number>();
  entries.forEach(({id: _, ...draft}, index) => {
    const row = index + 1;
    const first = seen.get(sameKey(draft));
    if (draft.name.trim() === '') preview.problems.push({row, name: '', sentences: ['The name is missing. Write who this is, where the file came from.']});
    else if (first !== undefined) preview.problems.push({row, name: nameOf(draft), sentences: [`It has the name and segment of entry ${first}.`]});
    else {
      seen.set(sameKey(draft), row);
      preview.ready.push({row, draft});
    }
  });
  return preview;
}

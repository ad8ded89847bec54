import type {TargetSettings} from './api.ts';
import {TargetSettings as Settings} from './api.ts';

/** A target as it is typed. */
export interface TargetDraft {
  title: string;
  series: string;
  courseIds: readonly string[];
  /** Empty: everybody. */
  directorates: readonly string[];
  jobRoles: readonly string[];
  headcountFrom: 'staff-list' | 'typed';
  total: string;
  /** Typed headcounts by directorate; empty texts for those not known. */
  parts: Readonly<Record<string, string>>;
  percent: string;
  by: string;
  counts: TargetSettings['counts'];
  note: string;
}

/** A draft to start with. `hasStaffList`: whether people can be counted in one. */
export function newDraft(hasStaffList: boolean): TargetDraft {
  return {title: '', series: '', courseIds: [], directorates: [], jobRoles: [], headcountFrom: hasStaffList ? 'staff-list' : 'typed', total: '', parts: {}, percent: '', by: '', counts: 'ever', note: ''};
}

/** A draft of a target that is there, to change it. */
export function draftOf({title, series, courseIds, directorates, jobRoles, headcount, percent, by, counts, note}: TargetSettings): TargetDraft {
  const typed = headcount.from === 'typed' ? headcount : null;
  return {
    title, series: series ?? '', courseIds, directorates, jobRoles, headcountFrom: headcount.from, total: typed ? String(typed.total) : '',
    parts: Object.fromEntries(Object.entries(typed?.parts ?? {}).map(([id, count]) => [id, String(count)])), percent: String(percent), by, counts, note: note ?? '',
  };
}

/** A fault of a draft, and the field to mend. */
export interface DraftFault {
  field: string;
  message: string;
}

const wholeNumber = (text: string): number | null => (/^\d{1,7}$/.test(text.replace(/[,\s]/g, '')) ? Number(text.replace(/[,\s]/g, '')) : null);

/** Reads a draft: the settings to send, or every fault. */
export function readDraft(draft: TargetDraft): {ok: true; settings: TargetSettings} | {ok: false; faults: DraftFault[]} {
  const faults: DraftFault[] = [];
  const isTyped = draft.headcountFrom === 'typed';
  const counted = Object.entries(draft.parts).filter(([id, text]) => text.trim() !== '' && (draft.directorates.length === 0 || draft.directorates.includes(id)));
  const parts = counted.map(([id, text]): [string, number | null] => [id, wholeNumber(text)]);
  const total = wholeNumber(draft.total);
  const percent = wholeNumber(draft.percent.replace('%', ''));
  if (draft.title.trim() === '') faults.push({field: 'title', message: 'Give the target a name that leads will know.'});
  if (draft.courseIds.length === 0) faults.push({field: 'courseIds', message: 'Choose at least one course.'});
  if (isTyped && (total === null || total < 1)) faults.push({field: 'total', message: 'Write how many people count, as a whole number.'});
  if (isTyped && parts.some(([, count]) => count === null)) faults.push({field: 'parts', message: 'Write whole numbers for the directorates, or leave them empty.'});
  if (isTyped && total !== null && parts.reduce((sum, [, count]) => sum + (count ?? 0), 0) > total) faults.push({field: 'parts', message: 'The directorates come to more people than the whole. Put one of them right.'});
  if (isTyped && draft.jobRoles.length > 0) faults.push({field: 'headcountFrom', message: 'Only the staff list knows job roles. Count from it, or choose no roles.'});
  if (percent === null || percent < 1 || percent > 100) faults.push({field: 'percent', message: 'Write the share as a whole number from 1 to 100.'});
  if (!/^\d{4}-\d{2}-\d{2}$/.test(draft.by)) faults.push({field: 'by', message: 'Say by which day.'});
  if (faults.length > 0) return {ok: false, faults};
  const read = Settings.safeParse({
    series: draft.series.trim() || null, title: draft.title, courseIds: draft.courseIds, directorates: draft.directorates, jobRoles: draft.jobRoles, counts: draft.counts,
    headcount: isTyped ? {from: 'typed', total, parts: Object.fromEntries(parts)} : {from: 'staff-list'}, percent, by: draft.by, note: draft.note.trim() || null,
  });
  return read.success ? {ok: true, settings: read.data} : {ok: false, faults: read.error.issues.map(({path, message}) => ({field: String(path[0] ?? ''), message}))};
}

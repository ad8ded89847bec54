import type {Role} from '#core/records/api.ts';

/** What each role is called on screen, and what it lets somebody do. */
export const ROLE_WORDS: Readonly<Record<Role, {name: string; may: string}>> = {
  learner: {name: 'Learner', may: 'takes courses and sees their own record'},
  trainer: {name: 'Trainer', may: 'opens course runs and sees who joined them'},
  lead: {name: 'Directorate lead', may: 'sees the counts of their own directorate'},
  coordinator: {name: 'Coordinator', may: 'sees every directorate and course run, and gives roles'},
};

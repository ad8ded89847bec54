import type {Section} from './sections.ts';

/** The pages that no text file makes, as search finds them. */
export const SITE_PAGES: readonly Section[] = [
  page('/', 'Home', ['start', 'front page', 'askwell'], 'Where the handbook, the selector and the courses begin.'),
  page('/method-selector/', 'Method selector', ['choose methods', 'which method', 'recommend', 'tool', 'wizard'], 'Answer a few questions and get a mix of methods that fits, with the reasons.'),
  page('/methods/compare/', 'Compare methods', ['side by side', 'comparison', 'which is better', 'versus', 'differences'], 'Put up to four methods side by side: cost, time, people reached, strengths and weaknesses.'),
  page('/tools/', 'Tools', ['calculator', 'planner', 'planning tools', 'all tools', 'forms'], 'Every tool of this site with what it does and when to use it. What you type stays on your device.'),
  page('/tools/sample-size/', 'Sample size calculator', ['margin of error', 'confidence interval', 'how many answers', 'how many to invite', 'response rate', 'reminders', 'statistics'], 'Margin of error, answers needed and people to invite, and when no margin may be quoted.'),
  page('/tools/representativeness/', 'Who took part, against the population', ['representativeness', 'panel', 'monitoring', 'census', 'chi-square', 'index', 'small numbers', 'refresh', 'tool'], 'Set counts by group against the population, protect small numbers, and plan whom to recruit.'),
  page('/tools/stakeholders/', 'Stakeholder mapper', ['stakeholder analysis', 'influence and interest', 'power grid', 'contacts', 'mailing list', 'who is missing', 'segmentation', 'csv import'], 'List who has a stake, place them by influence and interest, and find who is missing. It stays on your device.'),
  page('/tools/timeline/', 'Timeline builder', ['dates', 'deadline', 'work back', 'how long', 'bank holidays', 'school holidays', 'pre-election period', 'calendar file', 'ics', 'committee papers'], 'Work back from the day of the decision to the day on which you have to begin, with holidays counted.'),
  page('/tools/opening-paragraph/', 'Opening paragraph and offer of formats', ['front page', 'named contact', 'closing date', 'alternative formats', 'large print', 'Easy Read', 'introduction', 'wording', 'draft'], 'Write the front of a consultation and its offer of other formats from a form, and see what is missing.'),
  page('/learn/', 'Learn', ['courses', 'training', 'lessons', 'e-learning'], 'The courses, and how far you have come on this device.'),
  page('/learn/skills-check/', 'Skills check', ['what do I know', 'skip lessons', 'prior learning', 'placement test', 'diagnostic', 'learning path', 'where to start'], 'Up to 20 short questions that show which lessons you can skip, and where to start.'),
  page('/learn/framework/', 'Competency framework', ['competencies', 'skills', 'appraisal', 'job description', 'recruitment', 'levels'], 'What people who consult should be able to do, at three levels, and the lessons that teach it.'),
  page('/sign-in/', 'Sign in', ['log in', 'code', 'account', 'single sign-on', 'work account'], 'Sign in with a code that we send by e-mail, a passkey, or your organisation’s account.'),
  page('/account/', 'Your account', ['passkey', 'second factor', 'security key', 'sessions', 'sign out everywhere', 'two-step', 'lost phone'], 'Add or remove passkeys, and see and end where you are signed in.'),
  page('/my-learning/', 'My learning', ['progress', 'due', 'refresher', 'record of completion', 'proof', 'download my data', 'another device', 'backup'], 'What is under way, due and done, proof of it, and everything as one file. It works without signing in.'),
  page('/my-record/', 'My record', ['certificate', 'completion', 'progress', 'results', 'refresher', 'reminders', 'calendar feed', 'renew'], 'What you have finished, and what still waits on this device.'),
  page('/cohorts/', 'Course runs', ['cohorts', 'trainer', 'join code', 'register', 'attendance'], 'For trainers: open a course run, share its code and see who is where.'),
  page('/tasks/', 'Judged tasks', ['task', 'assignment', 'portfolio', 'coursework', 'hand in', 'rubric', 'evidence', 'assessor'], 'What each task asks for, how it is judged, and where yours stands.'),
  page('/judging/', 'Judge tasks', ['assessor', 'marking', 'moderation', 'double marking', 'second marker', 'kappa', 'agreement'], 'For trainers and coordinators: judge what learners handed in, and see how far assessors agree.'),
  page('/attendance/', 'Attendance', ['register', 'roll call', 'present', 'absent', 'late', 'my attendance', 'sign in sheet', 'trainer'], 'Your own attendance, and for trainers the register of a course run. It works without a network.'),
  page('/bookings/', 'My bookings', ['book a course', 'place', 'waiting list', 'dates', 'sessions', 'calendar file', 'cancel', 'joining instructions'], 'Your places in course runs with dates and joining instructions, and the runs that you can book.'),
  page('/join/', 'Join a course run', ['join code', 'invitation', 'cohort'], 'Join your group with the code from your trainer.'),
  page('/facilitate/live/', 'Live question', ['poll', 'vote', 'voting', 'quiz in the room', 'projector', 'show of hands', 'trainer'], 'For trainers: show a question to the room, and let people answer on their phones or by hand.'),
  page('/live/', 'Answer a live question', ['poll', 'vote', 'code on the wall', 'phone'], 'Type the code on the wall and answer your trainer’s question. No sign-in, no name.'),
  page('/certificates/', 'Your certificates', ['certificate', 'badge', 'open badges', 'proof', 'print certificate', 'LinkedIn', 'prior learning'], 'Get a certificate for what you completed, print it, and show it to others.'),
  page('/verify/', 'Check a certificate', ['verify', 'verifier', 'genuine', 'forged', 'revoked', 'employer', 'signature'], 'See whether a certificate is genuine, in date and not revoked. No sign-in.'),
  page('/overview/', 'Overview', ['coordinator', 'directorate', 'figures', 'roles'], 'For coordinators and leads: who has done the training, by directorate.'),
  page('/targets/', 'Training targets', ['target', 'tranche', 'who is still to be trained', 'reminders', 'forecast', 'headcount', 'lead', 'coordinator'], 'For leads and coordinators: how many are to be trained by when, how it goes, and whom to remind.'),
  page('/staff-list/', 'Staff list', ['import staff', 'csv', 'employees', 'headcount', 'directorates', 'undo import', 'coordinator'], 'For coordinators: import the list of staff, look at it first, and undo it if it was wrong.'),
  page('/measures/', 'Training measures', ['management report', 'indicators', 'pass rate', 'attendance', 'no-shows', 'completion rate', 'lapsed', 'figures'], 'For leads and coordinators: figures for management, with what each means and what it does not say.'),
  page('/item-analysis/', 'How the questions work', ['item analysis', 'facility', 'discrimination', 'distractors', 'assessment statistics', 'question quality', 'trainer'], 'For trainers and coordinators: which assessment questions need a look, and what to try.'),
  page('/learning-points/new/', 'Lessons of a debrief', ['learning points', 'lessons learned', 'debrief', 'after action review', 'feedback', 'report'], 'Send what a debrief has taught to the people who keep the pages of this site right.'),
  page('/learning-points/', 'Learning points', ['queue', 'faults', 'errors', 'out of date', 'corrections', 'page owner'], 'For trainers, leads and coordinators: what readers and debriefs found, and what was done about it.'),
  page('/network/', 'Practitioners’ network', ['register', 'colleagues', 'who has done', 'ask a colleague', 'expert', 'skills register', 'staff directory', 'peer support'], 'Find a colleague who has done what you plan, and ask them without showing an address.'),
  page('/network/profile/', 'My profile in the network', ['join the register', 'leave the register', 'who sees me', 'skills offered', 'visibility'], 'Join the register, choose who sees which part of your profile, or leave at once.'),
  page('/network/for-you/', 'For you', ['suggestions', 'what next', 'recommended for me', 'what changed', 'targeted guidance', 'news'], 'What to read or do next, each with the reason why we suggest it.'),
  page('/my-data/', 'My data', ['subject access', 'export', 'erase', 'delete my account', 'who looked', 'right to be forgotten', 'GDPR'], 'Everything that is held about you, who looked at it, a copy as a file, and how to have it erased.'),
  page('/people/', 'Requests about personal data', ['subject access request', 'SAR', 'erase somebody', 'correct a name', 'coordinator'], 'For coordinators: a copy of one person’s data, a correction, or an erasure, with proof.'),
  page('/privacy/', 'Privacy', ['personal data', 'data protection', 'cookies'], 'What we keep about you, where, and for how long.'),
  page('/accessibility/', 'Accessibility', ['accessibility statement', 'screen reader', 'keyboard'], 'How we test this site, and what does not work yet.'),
];

function page(url: string, title: string, keywords: string[], about: string): Section {
  return {url, title, heading: title, level: 1, keywords, about};
}

import type {MixRole} from './mix.ts';

/** What a method does in a mix, as it stands on its card and in files. */
export const MIX_ROLES: Readonly<Record<MixRole, string>> = {
  core: 'The core',
  duty: 'To meet the legal duty',
  reach: 'To reach people the others miss',
  'face-to-face': 'To meet people face to face',
  offline: 'For people who are not online',
  'from-home': 'For people who cannot come',
  reasons: 'To hear the reasons',
  'open-door': 'So that anybody may answer',
  'second-view': 'For a second view',
  chosen: 'Your own choice',
};

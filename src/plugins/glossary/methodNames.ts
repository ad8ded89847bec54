import type {WaysToWrite} from '#core/glossary/methodNames.ts';

/**
 * Methods whose title alone is not what texts write, by id. Where the everyday meaning of a title is the likelier one, as with a
 * "petition" that somebody hands in, the list names only what cannot be mistaken.
 */
export const METHOD_NAMES: Readonly<Record<string, WaysToWrite>> = {
  'advisory-group': {also: ['advisory group']},
  'area-forum': {also: ['area forum', 'neighbourhood forum', 'area fora']},
  'arts-based': {also: ['arts-based session']},
  'bilingual-session': {also: ['bilingual session', 'bilingual community session', 'BSL session', 'BSL community session']},
  'business-panel': {also: ['business breakfast', 'business panel']},
  'co-design': {also: ['co-design workshop', 'co-design session']},
  'comment-card': {also: ['comment card', 'exit feedback']},
  delphi: {instead: ['Delphi survey', 'Delphi study', 'Delphi']},
  'depth-interview': {also: ['in-depth interview']},
  'doorstep-survey': {also: ['doorstep survey', 'doorstep interview', 'door-to-door survey', 'door-to-door interview']},
  'easy-read-workshop': {instead: ['Easy Read workshop']},
  'exhibition-drop-in': {also: ['drop-in', 'drop-in event', 'drop-in session', 'staffed exhibition', 'public exhibition']},
  'existing-feedback': {instead: ['existing feedback']},
  'future-search': {also: ['future search', 'visioning event', 'visioning workshop']},
  'home-visit': {also: ['home visit', 'setting visit']},
  'map-survey': {also: ['map survey']},
  newsletter: {also: ['newsletter with a reply slip', 'leaflet with a reply slip', 'newsletter with reply slip', 'leaflet with reply slip']},
  'on-street-interviews': {also: ['on-street interview', 'on-street survey', 'street interview']},
  'online-forum': {also: ['online forum', 'online dialogue', 'online fora']},
  'online-ideation': {also: ['ideas crowdsourcing']},
  'open-space': {instead: ['Open Space event', 'Open Space meeting', 'Open Space']},
  'petition-scheme': {instead: ['petition scheme', 'petitions scheme']},
  'place-survey': {also: ['place-style survey', "residents' survey"]},
  'planning-for-real': {instead: ['Planning for Real']},
  referendum: {also: ['referendum', 'referenda']},
  'school-workshop': {also: ['school workshop', 'youth-group workshop', 'youth group workshop']},
  'social-media': {also: ['social media listening']},
  'statutory-notice': {also: ['statutory notice']},
  'telephone-hotline': {also: ['telephone hotline', 'consultation hotline', 'phone response line']},
  'telephone-survey': {also: ['phone survey']},
  'user-forum': {also: ['user forum', 'user fora', "service users' forum"]},
  'user-testing': {also: ['user test']},
  'vcs-outreach': {also: ['outreach through voluntary groups', 'outreach through community groups']},
  'world-cafe': {instead: ['World Café', 'World Cafe']},
  'written-consultation': {also: ['written consultation']},
};

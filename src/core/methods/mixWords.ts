import type {MethodSummary} from './method.ts';
import type {Asked} from './brief.ts';
import type {ShutOut} from './mix.ts';
import type {Audience} from './vocabulary.ts';
import {costBandOf, staffEffortOf} from './resources.ts';
import {costInWords, listInWords} from './words.ts';

/** Whether people meet, and the reason. Weighed in every recommendation. */
export interface FaceToFace {
  included: boolean;
  why: string;
}

/** Takes the mix and what it was chosen from; gives whether people meet face to face, and why or why not. */
export function whyFaceToFace(mix: readonly MethodSummary[], ranked: readonly MethodSummary[], brief: Asked): FaceToFace {
  const meeting = mix.filter((method) => method.faceToFace).map(({title}) => title);
  if (meeting.length > 0) {
    return {
      included: true,
      why: brief.sensitivity === 'high'
        ? `${listInWords(meeting)}: people can talk to you in person, without showing strangers who they are.`
        : `${listInWords(meeting)}: people who would not write or log on can talk to you in person.`,
    };
  }
  if (mix.length === 0) return {included: false, why: 'No method passed, so there is nobody to meet yet.'};
  const left = ranked.filter((method) => method.faceToFace);
  if (left.length === 0) return {included: false, why: 'Every face-to-face method was ruled out. The reasons stand in the list of methods ruled out.'};
  const cheapest = Math.min(...left.map((method) => method.costBand));
  return {
    included: false,
    why: brief.budgetBand !== undefined && cheapest >= brief.budgetBand
      ? `A face-to-face method starts at ${costInWords(cheapest)}, and with the rest that would pass your budget.`
      : 'The face-to-face methods that remain fit your answers much less well. Look at them in the list before you leave them out.',
  };
}

/**
 * What to do about an audience that the mix does not suit: the method that would reach them and what stands in its way. Takes what
 * passed (best first), what did not, the brief and the mix as it stands.
 */
export function adviseUncovered(audience: Audience, ranked: readonly MethodSummary[], shut: readonly ShutOut[], brief: Asked, mix: readonly MethodSummary[]): string {
  const reach = (method: MethodSummary): boolean => method.audiences.goodFor.includes(audience);
  const passed = ranked.find(reach);
  if (passed) {
    const isDear = brief.budgetBand !== undefined && costBandOf([...mix, passed]) > brief.budgetBand;
    const isHeavy = brief.staffEffort !== undefined && staffEffortOf([...mix, passed]) > brief.staffEffort;
    if (isDear) return `${passed.title} suits them, and passes your budget together with the rest. Make room for it, or ask a partner to share the cost.`;
    if (isHeavy) return `${passed.title} suits them, and asks more of your staff together with the rest than you have. Make room for it, or ask a partner to run it.`;
    return `${passed.title} suits them. Add it.`;
  }
  const barred = shut.find(({method, gates}) => reach(method) && gates.every(({id}) => id === 'weeks' || id === 'money'))
    ?? shut.find(({method, gates}) => reach(method) && gates.every(({id}) => id !== 'step-zero' && id !== 'not-ours'));
  if (barred) return `${barred.method.title} suits them, but it ${listInWords(barred.gates.map(({why}) => why))}. Until then, ask organisations they trust to pass on your questions.`;
  return 'No method in the catalogue is made for them. Ask organisations they trust how they would like to be heard.';
}

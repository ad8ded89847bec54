import type {Brief} from '#core/methods/brief.ts';
import type {MethodSummary} from '#core/methods/method.ts';
import {audiencesOf} from '#core/methods/answers.ts';
import {audiencesInWords, costInWords, countInWords, effortInWords, listInWords, purposeInWords, weekRangeInWords} from '#core/methods/words.ts';

type Check = (method: MethodSummary, brief: Brief, words: RegExpExecArray) => boolean;

/** What each reason claims, read off the facts anew. A reason that no line here knows is not true. */
const CLAIMS: readonly (readonly [RegExp, Check])[] = [
  [/^It is made for your purpose: (.+)\.$/, ({purposes}, {purpose}, [, words]) => purposes.includes(purpose) && words === purposeInWords(purpose) || purposes.includes('give-information') && words === purposeInWords('give-information')],
  [/^It serves a purpose close to yours: (.+)\.$/, ({purposes}, _, [, words]) => purposes.some((each) => purposeInWords(each) === words)],
  [/^It is made for other purposes than yours\.$/, ({purposes}, {purpose}) => !purposes.includes(purpose) || purpose !== 'give-information'],
  [/^It is only for certain groups, and you have not said whom you must hear\.$/, ({audienceExclusive}, brief) => audienceExclusive && audiencesOf(brief).length === 0],
  [/^It hears people whom you pick out, and you have not said whom\.$/, ({reach}, brief) => !['self-selecting', 'broad', 'whole-population'].includes(reach) && audiencesOf(brief).length === 0],
  [/^It suits (.+)\.$/, ({audiences}, brief, [, words]) => words === audiencesInWords(audiencesOf(brief).filter((each) => audiences.goodFor.includes(each)))],
  [/^It tends to miss (.+)\.$/, ({audiences}, brief, [, words]) => words === audiencesInWords(audiencesOf(brief).filter((each) => audiences.poorFor.includes(each)))],
  [/^Nothing says that it reaches the people you named\.$/, ({audiences}, brief) => !audiencesOf(brief).some((each) => audiences.goodFor.includes(each))],
  [/^Given a sound sample, its figures can stand for the whole population\.$/, ({statisticallyProjectable}) => statisticallyProjectable],
  [/^Its figures count those who took part and cannot stand for everybody\.$/, ({statisticallyProjectable}) => !statisticallyProjectable],
  [/^People are chosen to mirror the population\.$/, ({representative}) => representative],
  [/^Those who take part are not a cross-section\.$/, ({representative}) => !representative],
  [/^It has room for the full proposal and for considered replies\.$/, ({handlesComplexity}) => handlesComplexity >= 4],
  [/^It has little room for the detail that people need before they can answer\.$/, ({handlesComplexity}) => handlesComplexity <= 2],
  [/^It fits the stage of your decision\.$/, ({stages}, {decisionStage}) => decisionStage !== undefined && stages.includes(decisionStage)],
  [/^It is more often used at another stage of a decision\.$/, ({stages}, {decisionStage}) => decisionStage !== undefined && !stages.includes(decisionStage)],
  [/^It gives people privacy and time on a hard subject\.$/, ({handlesContention, depth}, {sensitivity}) => sensitivity === 'high' && handlesContention + depth >= 8],
  [/^It leaves little room for a hard subject\.$/, ({handlesContention, depth}, {sensitivity}) => sensitivity === 'high' && handlesContention + depth < 6],
  [/^People need not show strangers who they are\.$/, ({protectsIdentity}) => protectsIdentity],
  [/^People show others who they are, and some will hold back\.$/, ({protectsIdentity}) => !protectsIdentity],
  [/^People get the facts and the time that the subject needs\.$/, ({handlesComplexity}) => handlesComplexity >= 3],
  [/^It leaves people little time to learn about the subject\.$/, ({handlesComplexity}) => handlesComplexity <= 2],
  [/^It is a way to (.+), and you want to (\w+)\.$/, ({level}, brief, [, words, wanted]) => words === listInWords(level) && !level.some((each) => each === wanted) && [brief.level, 'inform'].includes(wanted)],
  [/^It usually takes (.+), and you have (\d+)\.$/, ({elapsedWeeks}, {weeksAvailable}, [, words, have]) => words === weekRangeInWords(elapsedWeeks) && Number(have) === weeksAvailable && weeksAvailable * 2 >= elapsedWeeks.min + elapsedWeeks.max],
  [/^It usually takes (.+)\. With (\d+), you would have to hurry\.$/, ({elapsedWeeks}, {weeksAvailable}, [, words, have]) => words === weekRangeInWords(elapsedWeeks) && Number(have) === weeksAvailable && weeksAvailable >= elapsedWeeks.min && weeksAvailable * 2 < elapsedWeeks.min + elapsedWeeks.max],
  [/^It costs (.+), which is within your budget\.$/, ({costBand}, {budgetBand = 0}, [, words]) => words === costInWords(costBand) && costBand <= budgetBand],
  [/^It costs (.+), one band above your budget\. Only a smaller exercise would fit\.$/, ({costBand}, {budgetBand = 0}, [, words]) => words === costInWords(costBand) && costBand === budgetBand + 1],
  [/^It takes (.+) of your own staff’s time, which you have\.$/, ({staffEffort}, brief, [, words]) => words === effortInWords(staffEffort) && staffEffort <= (brief.staffEffort ?? 0)],
  [/^It takes (.+) of your own staff’s time, and you have (.+)\.$/, ({staffEffort}, brief, [, words, have]) => words === effortInWords(staffEffort) && staffEffort > (brief.staffEffort ?? 5) && have === effortInWords(brief.staffEffort ?? 0)],
  [/^It usually hears ([\d,]+) people or more, and only ([\d,]+) are affected\.$/, ({participants}, {numberAffected = 0}, [, least, people]) => least === countInWords(participants.min) && people === countInWords(numberAffected) && numberAffected < participants.min],
  [/^It can hear everybody affected: it takes up to ([\d,]+) people\.$/, ({participants}, {numberAffected = 0}, [, most]) => most === countInWords(participants.max) && numberAffected <= participants.max],
  [/^It hears ([\d,]+) to ([\d,]+) people, chosen to mirror all ([\d,]+)\.$/, ({participants, representative}, _, [, least, most]) => representative && least === countInWords(participants.min) && most === countInWords(participants.max)],
  [/^It hears ([\d,]+) people at most, and ([\d,]+) are affected\.$/, ({participants}, {numberAffected = 0}, [, most, people]) => most === countInWords(participants.max) && people === countInWords(numberAffected) && numberAffected > participants.max],
  [/^It is used inside organisations\.$/, ({audiences}, {geography}) => geography === 'organisation' && audiences.goodFor.some((each) => each === 'staff' || each === 'staff-without-desks')],
  [/^The place is small enough to meet in person\.$/, ({faceToFace}, {geography}) => faceToFace && ['single-site', 'neighbourhood', 'ward'].includes(geography ?? '')],
  [/^People in a large area would have far to travel, so you would repeat it in several places\.$/, ({remote}, {geography}) => !remote && ['district', 'county'].includes(geography ?? '')],
  [/^People can explain themselves at length\.$/, ({depth}) => depth >= 4],
  [/^People can say little beyond a choice\.$/, ({depth}) => depth === 1],
  [/^It asks little of your own staff: (.+)\.$/, ({staffEffort}, _, [, words]) => staffEffort <= 2 && words === effortInWords(staffEffort)],
  [/^It asks a lot of your own staff: (.+)\.$/, ({staffEffort}, _, [, words]) => staffEffort >= 4 && words === effortInWords(staffEffort)],
];

/** Takes a reason, the method it was given for and the brief. Says whether it is true of the facts. */
export function isTrue(reason: string, method: MethodSummary, brief: Brief): boolean {
  return CLAIMS.some(([pattern, check]) => {
    const words = pattern.exec(reason);
    return words !== null && check(method, brief, words);
  });
}

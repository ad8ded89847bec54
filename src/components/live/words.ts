import type {LiveState} from '#core/live/api.ts';
import type {PhoneAnswer} from '#core/live/phone.ts';

/** What a phone says of its answer. Takes the answer to the question shown, if any, and whether the service answered the last time. */
export function sayStanding(answer: PhoneAnswer | null, state: LiveState, isAway: boolean): string {
  const isOpen = state === 'open';
  switch (answer?.standing) {
    case undefined: return isOpen ? '' : 'Answers are closed.';
    case 'unsent': return isAway ? 'Not sent yet. We keep trying.' : 'Sending.';
    case 'sent': return isOpen ? 'Sent. You can change it until answers are closed.' : 'Answers are closed. Yours is counted.';
    case 'late':
      if (isOpen) return 'Your answer came after answers were closed. They are open again: send it once more.';
      return answer?.counted ? 'Answers were closed before your change arrived. Your earlier answer is counted.' : 'Answers were closed before yours arrived, so it is not counted.';
  }
}

/** How many people, in words for a line of text. */
export function sayPeople(count: number): string {
  return count === 1 ? '1 person' : `${count} people`;
}

/** What stands over a table of results. `people` is null when nobody knows how many they are. */
export function sayCaption(people: number | null, isByHand: boolean): string {
  if (isByHand) return people === null ? 'Counted by hand' : `Counted by hand, ${sayPeople(people)}`;
  return people === null ? 'Results' : `${sayPeople(people)} answered`;
}

import type {MethodSummary} from '#core/methods/method.ts';

/** Methods that stand together in lists, by how people come to take part. */
export interface TakePartGroup {
  id: string;
  name: string;
  belongs: (method: Pick<MethodSummary, 'reach' | 'representative'>) => boolean;
}

/** Every method belongs to exactly one. */
export const TAKE_PART_GROUPS: readonly TakePartGroup[] = [
  {id: 'open-to-everyone', name: 'Open to everyone', belongs: ({reach, representative}) => !representative && (reach === 'self-selecting' || reach === 'broad')},
  {id: 'a-cross-section', name: 'A chosen cross-section', belongs: ({representative}) => representative},
  {id: 'people-you-pick', name: 'People you go to or invite', belongs: ({reach, representative}) => !representative && reach !== 'self-selecting' && reach !== 'broad' && reach !== 'none'},
  {id: 'before-you-ask', name: 'Before you ask anybody', belongs: ({reach, representative}) => !representative && reach === 'none'},
];

/** The methods of one group, by title. */
export function methodsIn<T extends Pick<MethodSummary, 'reach' | 'representative' | 'title'>>(group: TakePartGroup, methods: readonly T[]): T[] {
  return methods.filter(group.belongs).sort((a, b) => (a.title < b.title ? -1 : 1));
}

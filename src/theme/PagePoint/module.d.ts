declare module '@theme/PagePoint/usePoints' {
  import type {PointsView} from '#core/points/kept.ts';
  export function usePoints(): PointsView;
}

declare module '@theme/PagePoint/useDraft' {
  export interface Draft<T> {
    value: T | null;
    keeping: 'kept' | 'full' | 'blocked' | 'nothing' | 'saving';
    change: (make: (value: T) => T) => void;
    clear: () => void;
  }
  export function useDraft<T>(what: string, parse: (stored: unknown) => T | null, empty: T, personId: string | null): Draft<T>;
}

declare module '@theme/PagePoint/Waiting' {
  import type {ReactNode} from 'react';
  export default function Waiting(props: {ids?: readonly string[]; path?: string; questionId?: string}): ReactNode;
}

declare module '@theme/PagePoint/Question' {
  import type {ReactNode} from 'react';
  export default function ReportQuestion(props: {id: string; version: string; place?: number}): ReactNode;
}

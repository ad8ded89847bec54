import {useSyncExternalStore} from 'react';
import {getEmptyPoints, getPointsView, onPointsChange} from '#browser/points.ts';
import type {PointsView} from '#core/points/kept.ts';

/** The points of this device for a screen, which are sent while somebody looks; rendered on the server there are none. */
export function usePoints(): PointsView {
  return useSyncExternalStore(onPointsChange, getPointsView, getEmptyPoints);
}

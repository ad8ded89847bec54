import {useEffect, useState} from 'react';
import {watchRows} from '#browser/kept.ts';
import {assessmentsIn, KEPT_UNDER} from '#core/planning/keptAssessments.ts';
import type {KeptAssessment} from '#core/planning/keptAssessments.ts';

/**
 * The self-assessments on this device, whoever began them, the one changed last first. Read anew when another tab changes one and
 * whenever `version` does. Null until they are read.
 */
export function useAssessments(version: number): KeptAssessment[] | null {
  const [assessments, setAssessments] = useState<KeptAssessment[] | null>(null);
  useEffect(() => watchRows(KEPT_UNDER, (rows) => setAssessments(assessmentsIn(rows))), [version]);
  return assessments;
}

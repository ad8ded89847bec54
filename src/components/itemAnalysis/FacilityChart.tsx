import {useId} from 'react';
import type {ReactNode} from 'react';
import type {ItemFigures, Severity} from '#core/quizzes/itemAnalysisApi.ts';
import {LEAST_DISCRIMINATION, LEAST_FACILITY, MOST_FACILITY} from '#core/quizzes/itemAnalysis/flags.ts';
import {SEVERITY_WORDS} from './words.ts';
import styles from './styles.module.css';

const [LEFT, RIGHT, TOP, BOTTOM] = [44, 350, 12, 300];
const round = (value: number): number => Math.round(value * 100) / 100;
/** Facility from 0 to 1. */
const across = (facility: number): number => round(LEFT + facility * (RIGHT - LEFT));
/** Discrimination from −1 to 1. */
const down = (discrimination: number): number => round(BOTTOM - ((discrimination + 1) / 2) * (BOTTOM - TOP));

/** How serious a question is at worst; `fine` for no flag, or notes alone. */
type Shape = Exclude<Severity, 'note'> | 'fine';
const shapeOf = ({flags}: ItemFigures): Shape => (['serious', 'look'] as const).find((severity) => flags.some((flag) => flag.severity === severity)) ?? 'fine';

/** A shape for each kind, so that colour alone tells nothing. */
function Mark({shape, x, y}: {shape: Shape; x: number; y: number}): ReactNode {
  if (shape === 'serious') return <rect className={styles.markSerious} x={round(x - 5)} y={round(y - 5)} width="10" height="10" />;
  if (shape === 'look') return <path className={styles.markLook} d={`M${x} ${round(y - 6)}l6 11h-12z`} />;
  return <circle className={styles.markFine} cx={x} cy={y} r="4" />;
}

function Axes(): ReactNode {
  return (
    <>
      <rect className={styles.field} x={across(LEAST_FACILITY)} y={TOP} width={round(across(MOST_FACILITY) - across(LEAST_FACILITY))} height={round(down(LEAST_DISCRIMINATION) - TOP)} />
      <path className={styles.axis} d={`M${LEFT} ${TOP}V${BOTTOM}H${RIGHT}M${LEFT} ${down(0)}H${RIGHT}`} />
      {[-1, -0.5, 0, 0.5, 1].map((value) => <text key={value} className={styles.tick} x={LEFT - 6} y={down(value) + 5} textAnchor="end">{String(value).replace('-', '−')}</text>)}
      {[0, 0.5, 1].map((value) => <text key={value} className={styles.tick} x={across(value)} y={BOTTOM + 18} textAnchor={value === 1 ? 'end' : 'middle'}>{value * 100}%</text>)}
      <text className={styles.tick} x={(LEFT + RIGHT) / 2} y={BOTTOM + 38} textAnchor="middle">Facility: share of the marks</text>
      <text className={styles.tick} x={LEFT + 6} y={TOP + 14}>Discrimination</text>
    </>
  );
}

interface Props {
  items: readonly ItemFigures[];
  /** Questions that have a number on the page, in that order. */
  numbered: readonly ItemFigures[];
}

/** Facility against discrimination, each with its limits. The table of all questions holds the same figures. */
export function FacilityChart({items, numbered}: Props): ReactNode {
  const id = useId();
  const shown = items.flatMap((item) => (!item.isOld && item.statistics?.discrimination ? [{item, facility: item.statistics.facility, discrimination: item.statistics.discrimination}] : []));
  if (shown.length === 0) return <p>The chart needs a question that 20 people have been asked.</p>;
  return (
    <figure className={styles.chart}>
      <svg viewBox="0 0 360 346" role="img" aria-labelledby={`${id}-title`} aria-describedby={`${id}-text`} focusable="false">
        <title id={`${id}-title`}>{`Facility against discrimination of ${shown.length} ${shown.length === 1 ? 'question' : 'questions'}`}</title>
        <Axes />
        {shown.map(({item, facility, discrimination}) => (
          <path
            key={item.itemId} className={shapeOf(item) === 'fine' ? styles.limits : `${styles.limits} ${styles.limitsFlagged}`}
            d={`M${across(facility.low)} ${down(discrimination.value)}H${across(facility.high)}M${across(facility.value)} ${down(discrimination.low)}V${down(discrimination.high)}`}
          />
        ))}
        {shown.map(({item, facility, discrimination}) => {
          const [x, y] = [across(facility.value), down(discrimination.value)];
          const place = numbered.indexOf(item);
          return (
            <g key={item.itemId}>
              <Mark shape={shapeOf(item)} x={x} y={y} />
              {place === -1 ? null : <text className={styles.label} x={round(x + 8)} y={round(y - 6)}>{place + 1}</text>}
            </g>
          );
        })}
      </svg>
      <figcaption>
        <span className={styles.legend} aria-hidden="true">
          {([['serious', SEVERITY_WORDS.serious], ['look', SEVERITY_WORDS.look], ['fine', 'No fault seen']] as const).map(([shape, words]) => (
            <span key={shape}><svg viewBox="0 0 16 16"><Mark shape={shape} x={8} y={8} /></svg>{words}</span>
          ))}
        </span>
        <span id={`${id}-text`}>Lines show 95% limits. Questions inside the shaded field are neither very hard nor very easy, and tell people apart. Numbers are those of the list above. The table below holds the same figures, and those of questions that cannot be drawn here.</span>
      </figcaption>
    </figure>
  );
}

import type {ReactNode} from 'react';
import {drawQrCode} from '#core/credentials/qrCode.ts';
import styles from './styles.module.css';

/** An address as a QR code. The address itself stands beside it on the page. */
export function QrCode({address, label}: {address: string; label: string}): ReactNode {
  const {size, path} = drawQrCode(address);
  return (
    <svg role="img" aria-label={label} viewBox={`0 0 ${size} ${size}`} className={styles.qr} shapeRendering="crispEdges">
      <rect width={size} height={size} className={styles.qrPaper} />
      <path d={path} className={styles.qrInk} />
    </svg>
  );
}

/** Beyond this the difference is worth telling. */
const WORTH_TELLING_SECONDS = 5 * 60;
/** No record can be older than the product's first plan; a clock that says so was never set. */
const EARLIEST = Date.parse('2020-01-01T00:00:00Z');

export interface DeviceTime {
  /** The moment that counts, as ISO text: the device's where it can be true, else the service's. */
  at: string;
  /** Device minus service. */
  skewSeconds: number;
}

/** Takes the device's time and the service's; gives the moment that counts. Nothing can have happened after it was received. */
export function countFrom(deviceAt: string, receivedAt: Date): DeviceTime {
  const device = Date.parse(deviceAt);
  const received = receivedAt.getTime();
  const canBeTrue = device >= EARLIEST && device <= received;
  return {at: new Date(canBeTrue ? device : received).toISOString(), skewSeconds: Math.round((device - received) / 1000)};
}

/** A sentence where the two times are more than five minutes apart, else null. A record made without a network comes late, and that is fine. */
export function clockNote(deviceAt: string, skewSeconds: number): string | null {
  if (Math.abs(skewSeconds) <= WORTH_TELLING_SECONDS) return null;
  if (skewSeconds > 0) return `The clock of your device is ahead of ours by ${inWords(skewSeconds)}. We used our own time. Please set your device's clock.`;
  if (Date.parse(deviceAt) < EARLIEST) return `The clock of your device says ${new Date(deviceAt).getUTCFullYear()}. We used our own time. Please set your device's clock.`;
  return `This reached us ${inWords(-skewSeconds)} after the time on your device. If you were not offline for that long, check your device's clock.`;
}

function inWords(seconds: number): string {
  const [count, unit] = seconds < 7200 ? [seconds / 60, 'minutes'] : seconds < 172_800 ? [seconds / 3600, 'hours'] : [seconds / 86_400, 'days'];
  return `${Math.floor(Number(count))} ${unit}`;
}

/** One end of a line between the windows of this site on this device. Nothing is kept and nothing leaves the device. */
export interface Channel<M> {
  /** Tells the other windows, not this one. */
  tell: (message: M) => void;
  close: () => void;
}

/** Opens a line of that name. `hear` is called for what other windows tell. Without BroadcastChannel nobody is ever heard. */
export function openChannel<M>(name: string, hear: (message: M) => void): Channel<M> {
  if (typeof BroadcastChannel === 'undefined') return {tell: () => undefined, close: () => undefined};
  const channel = new BroadcastChannel(name);
  channel.onmessage = ({data}: MessageEvent<M>) => hear(data);
  return {tell: (message) => channel.postMessage(message), close: () => channel.close()};
}

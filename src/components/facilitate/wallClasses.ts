import styles from './wall.module.css';

/** The classes of what holds the wall, for the pages that put something of their own on it. */
export const wallClasses = {wall: styles.wall, content: styles.content, offer: styles.offer};

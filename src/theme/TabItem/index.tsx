// Ours instead of the stock one, to go with Tabs.
import type {ReactNode} from 'react';

interface Props {
  children: ReactNode;
  value: string;
  label?: string;
}

export default function TabItem({children, value, label}: Props): ReactNode {
  return (
    <section aria-label={label ?? value}>
      <p><strong>{label ?? value}</strong></p>
      {children}
    </section>
  );
}

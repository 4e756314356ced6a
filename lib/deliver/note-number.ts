import { type OrderSnapshot, orderKeyOf } from '../event/snapshot.ts';
import { updateRecord, type Writer } from './update-record.ts';

type Numbered = Pick<OrderSnapshot, 'platform' | 'tenant' | 'number'>;

export const numberKeyOf = ({ platform, tenant, number }: Numbered): string => `${platform}:${tenant}#${number}`;

/** Writes down which order bears the number: people know orders by it. Of several the last that came. */
export const noteNumber = async (writer: Writer, snapshot: OrderSnapshot): Promise<void> => {
  const order = orderKeyOf(snapshot);
  await updateRecord(writer, 'number', numberKeyOf(snapshot), (known) =>
    known?.order === order ? known : { kind: 'number', order },
  );
};

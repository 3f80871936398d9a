import { Field, Radio, RadioGroup } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import { useMessages } from '../../messages/MessagesContext';

/** Whether the job rests where no seat is left. */
interface SeatsShortChoiceProps {
  readonly stopsWithoutSeats: boolean;
  readonly onChange: (stopsWithoutSeats: boolean) => void;
}

/** Asks what happens when the last seat is taken. */
export function SeatsShortChoice({ stopsWithoutSeats, onChange }: SeatsShortChoiceProps): ReactNode {
  const { assign } = useMessages();
  return (
    <Field label={assign.seatsShortTitle}>
      <RadioGroup
        value={stopsWithoutSeats ? 'stop' : 'go-on'}
        onChange={(_event, { value }) => onChange(value === 'stop')}
      >
        <Radio value="go-on" label={assign.seatsShortGoOn} />
        <Radio value="stop" label={assign.seatsShortStop} />
      </RadioGroup>
    </Field>
  );
}

import { Field, Input } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import { useMessages } from '../../messages/MessagesContext';
import { maxGroupNameLength } from '../../../license-jobs/assign/assignmentMethod';

/** The name of a group to be made. */
interface NewGroupNameProps {
  readonly name: string;
  readonly onChange: (name: string) => void;
}

/** Asks how the new group is called. */
export function NewGroupName({ name, onChange }: NewGroupNameProps): ReactNode {
  const { assign } = useMessages();
  return (
    <Field
      label={assign.groupName}
      required
      validationMessage={name.trim() ? undefined : assign.groupNameMissing}
    >
      <Input value={name} maxLength={maxGroupNameLength} onChange={(_event, { value }) => onChange(value)} />
    </Field>
  );
}

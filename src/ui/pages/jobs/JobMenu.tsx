import { Button, Menu, MenuItem, MenuList, MenuPopover, MenuTrigger } from '@fluentui/react-components';
import { DeleteRegular } from '@fluentui/react-icons/svg/delete';
import { MoreHorizontalRegular } from '@fluentui/react-icons/svg/more-horizontal';
import { OpenRegular } from '@fluentui/react-icons/svg/open';
import { useRef, useState, type ReactNode } from 'react';
import { useLocation } from 'wouter';
import type { LicenseJobSummary } from '../../../license-jobs/licenseJob';
import { useMessages } from '../../messages/MessagesContext';
import { jobTitle } from '../../parts/JobPanel/jobTitle';
import { routes } from '../../routes';
import { DeleteJobDialog, isDeletable } from './DeleteJobDialog';

/** Menu of a job in the list: its products, and deleting it from the list. */
export function JobMenu({ job }: { readonly job: LicenseJobSummary }): ReactNode {
  const messages = useMessages();
  const { jobs: words } = messages;
  const [, navigate] = useLocation();
  const [isAsking, setIsAsking] = useState(false);
  const trigger = useRef<HTMLButtonElement>(null);
  const { products } = job.header.subject;
  return (
    <>
      <Menu positioning="below-end">
        <MenuTrigger disableButtonEnhancement>
          <Button
            ref={trigger}
            appearance="subtle"
            icon={<MoreHorizontalRegular />}
            aria-label={words.moreOf(jobTitle(job.header, messages))}
          />
        </MenuTrigger>
        <MenuPopover>
          <MenuList>
            {products.map(({ product, name }) => (
              <MenuItem
                key={product}
                icon={<OpenRegular />}
                onClick={() => navigate(routes.product(product))}
              >
                {name}
              </MenuItem>
            ))}
            {isDeletable(job) && (
              <MenuItem
                icon={<DeleteRegular />}
                onClick={() => {
                  // The dialog returns the focus to where it was, and the menu is gone by then.
                  trigger.current?.focus();
                  setIsAsking(true);
                }}
              >
                {words.forget}
              </MenuItem>
            )}
          </MenuList>
        </MenuPopover>
      </Menu>
      {isAsking && <DeleteJobDialog job={job} onClose={() => setIsAsking(false)} />}
    </>
  );
}

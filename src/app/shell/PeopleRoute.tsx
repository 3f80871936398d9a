import { lazy } from 'react';
import { PeoplePage } from '../../ui/pages/people/PeoplePage';
import { PersonPage } from '../../ui/pages/people/PersonPage';
import { canRemove } from '../../ui/pages/product/disabledReasons';
import { routes, type PeopleParams } from '../../ui/routes';
import { importChunk } from '../deferred/importChunk';
import { goUp } from './browserHistory';

const PersonDialog = lazy(async () => ({
  default: (await importChunk(() => import('../../ui/pages/product/PersonDialog'))).PersonDialog,
}));

/** The actions of the product's page, joined with the page of a person. */
const actions = { canRemove, Dialog: PersonDialog };

/** The search for people, or the page of one of them. */
export function PeopleRoute({ personId }: PeopleParams) {
  if (personId === undefined) return <PeoplePage />;
  return (
    <PersonPage personId={personId.toLowerCase()} onBack={() => goUp(routes.people)} actions={actions} />
  );
}

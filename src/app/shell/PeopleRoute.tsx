import { lazy } from 'react';
import { PeoplePage } from '../../ui/pages/people/PeoplePage';
import { PersonPage } from '../../ui/pages/people/PersonPage';
import { findingTexts } from '../../ui/pages/assign/list/findingTexts';
import { canRemove } from '../../ui/pages/product/disabledReasons';
import { ConsequenceText } from '../../ui/pages/product/RemovalTexts';
import { routes, type PeopleParams } from '../../ui/routes';
import { importChunk } from '../deferred/importChunk';
import { goUp } from './browserHistory';

const PersonDialog = lazy(async () => ({
  default: (await importChunk(() => import('../../ui/pages/product/PersonDialog'))).PersonDialog,
}));

/** Parts of the pages of products and assignments, joined with the page of a person. */
const actions = { canRemove, Dialog: PersonDialog, Consequence: ConsequenceText, findingsOf: findingTexts };

/** The search for people, or the page of one of them. */
export function PeopleRoute({ personId }: PeopleParams) {
  if (personId === undefined) return <PeoplePage />;
  return (
    <PersonPage personId={personId.toLowerCase()} onBack={() => goUp(routes.people)} actions={actions} />
  );
}

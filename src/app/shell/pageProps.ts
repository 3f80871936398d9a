import type { TabSettings } from '../../host/types';
import type { LicensesPageProps } from '../../ui/pages/licenses/LicensesPage';

/** State of the shell that a page may use besides the parameters of its route. */
export interface PageContext {
  /** View of the list of products, which survives other pages. */
  readonly licenses: LicensesPageProps;
  /** Present where the host shows the app to set up a tab. */
  readonly settings: TabSettings | undefined;
}

/** Props of a page that uses the state of the shell. */
export interface PageProps {
  readonly context: PageContext;
}

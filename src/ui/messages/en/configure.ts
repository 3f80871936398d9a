import type { Format } from '../format';

/** Words for choosing the content of a tab in a team or chat. */
export const configure = (_f: Format) => ({
  title: 'What should this tab show?',
  intro:
    'The tab appears at the top of this channel, chat, or meeting. Each person sees what their own role allows. You can change this later.',
  licenses: 'Licenses',
  licensesText: 'All ISV products of the organization, for admins and readers.',
  myApps: 'My apps',
  myAppsText: 'The apps that each person has a license for.',
  product: 'One product',
  productText: 'The people and groups with its licenses.',
  chooseProduct: 'Product',
  notConfigurable: 'This page is for setting up a tab. To use it, add the app as a tab in a team or chat.',
});

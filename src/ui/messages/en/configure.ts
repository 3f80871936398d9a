import type { Format } from '../format';

/** Choosing what a tab in a team or chat shows. */
export const configure = (_f: Format) => ({
  title: 'What shall this tab show?',
  intro: 'Each person sees what their own role allows. You can change this later.',
  licenses: 'Licenses',
  licensesText: 'All ISV products of the organization, for administrators and readers.',
  myApps: 'My apps',
  myAppsText: 'The apps that each person holds a license for.',
  product: 'One product',
  productText: 'Who holds its licenses.',
  chooseProduct: 'Product',
  notConfigurable:
    'This page belongs to the settings of a tab. Add the app as a tab in a team or chat to use it.',
});

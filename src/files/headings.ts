// cspell:disable -- headings without their spaces
import type { ColumnKind } from './types';

/**
 * Headings that the directory's own exports, spreadsheets and HR lists use, in English and Swedish; letters and digits
 * alone, in lower case.
 */
const headings: Readonly<Record<Exclude<ColumnKind, 'other'>, readonly string[]>> = {
  address: [
    'userprincipalname',
    'principalname',
    'upn',
    'username',
    'user',
    'login',
    'loginname',
    'signinname',
    'email',
    'emailaddress',
    'emailaddresses',
    'mail',
    'mailaddress',
    'primaryemail',
    'primarysmtpaddress',
    'smtpaddress',
    'workemail',
    'address',
    'användarenshuvudnamn',
    'huvudnamn',
    'användarhuvudnamn',
    'användarnamn',
    'användare',
    'inloggningsnamn',
    'inloggning',
    'epost',
    'epostadress',
    'epostadresser',
    'mejl',
    'mejladress',
    'mailadress',
    'primärsmtpadress',
    'arbetsmejl',
    'adress',
  ],
  'object-id': [
    'id',
    'objectid',
    'userid',
    'userobjectid',
    'groupid',
    'guid',
    'azureadobjectid',
    'entraobjectid',
    'externaldirectoryobjectid',
    'memberobjectidorupn',
    'objektid',
    'användarid',
    'användarensobjektid',
    'gruppid',
  ],
  account: [
    'account',
    'accountname',
    'samaccountname',
    'onpremisessamaccountname',
    'logonname',
    'windowsaccount',
    'konto',
    'kontonamn',
  ],
  'employee-id': [
    'employeeid',
    'employeenumber',
    'employeeno',
    'personnelnumber',
    'staffid',
    'anställningsid',
    'anställningsnummer',
    'anstnr',
    'medarbetarid',
  ],
  'display-name': [
    'displayname',
    'name',
    'fullname',
    'person',
    'employee',
    'member',
    'group',
    'groupname',
    'visningsnamn',
    'namn',
    'fullständigtnamn',
    'anställd',
    'medarbetare',
    'medlem',
    'grupp',
    'gruppnamn',
  ],
};

const kinds = new Map(
  Object.entries(headings).flatMap(([kind, names]) => names.map((name) => [name, kind as ColumnKind])),
);

const fold = (text: string): string =>
  text
    .normalize('NFC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, '');

/** The kind that a heading names, also within the brackets of Entra's templates; undefined for an unknown one. */
export function kindOfHeading(heading: string): ColumnKind | undefined {
  const inBrackets = /\[([^\]]*)\]/.exec(heading)?.[1];
  return (inBrackets === undefined ? undefined : kinds.get(fold(inBrackets))) ?? kinds.get(fold(heading));
}

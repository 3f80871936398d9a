// cspell:disable -- headings without their spaces, in many languages
import type { ColumnKind } from './types';

/** Meaning of a heading for its column. */
export interface HeadingMeaning {
  readonly kind: ColumnKind;
  /** Among headings of the same kind, from 0, the surest first. */
  readonly rank: number;
  /** Part of a name, which is only whole with the other part. */
  readonly namePart?: 'given' | 'surname';
}

/**
 * Headings of exports from Entra, the Microsoft 365 admin center, Exchange, PowerShell, Google and HR tools, and plain words;
 * letters and digits alone, in lower case. The languages are Swedish, English, German, French, Spanish, Portuguese, Italian, Dutch,
 * Danish, Norwegian, Finnish, Polish, Japanese, and Arabic.
 */
const known: readonly (HeadingMeaning & { readonly names: string })[] = [
  {
    kind: 'object-id',
    rank: 0,
    names: `objectid userobjectid userid id memberid memberobjectid azureadobjectid aadobjectid entraobjectid entraid azureobjectid
      externaldirectoryobjectid memberobjectidorupn objektid användarid användarensobjektid användarobjektid benutzerid
      benutzerobjektid iddobjet iddelobjet identifiantdobjet identifiantdelobjet iddutilisateur iddelutilisateur iddeobjeto
      iddelobjeto iddousuário iddoobjeto idusuario iddeusuario idoggetto idutente gebruikersid objektinid käyttäjätunnus
      identyfikatorobiektu オブジェクトid ユーザーid معرفالكائن معرفالمستخدم brugerid brukerid objectidentifier`,
  },
  { kind: 'object-id', rank: 1, names: 'groupid groupobjectid gruppid gruppenid iddegrupo idgroupe' },
  {
    kind: 'address',
    rank: 0,
    names: `userprincipalname principalname upn onpremisesuserprincipalname useruserprincipalname primaryuserupn userupn memberupn
      användarenshuvudnamn huvudnamn användarhuvudnamn användarhuvudnamnet benutzerprinzipalname
      nomdutilisateurprincipal nomprincipaldelutilisateur nomprincipaldutilisateur nombreprincipaldeusuario
      nombreprincipaldelusuario nomeprincipaldousuário nomeprincipaldoutilizador nomeprincipaleutente
      nomeprincipaleutente userprincipalnaam brugerhovednavn brukerhovednavn hovednavnforbruger käyttäjänpäänimi
      täydellinenkäyttäjätunnus głównanazwaużytkownika ユーザープリンシパル名 اسمالمستخدمالأساسي`,
  },
  {
    kind: 'address',
    rank: 1,
    names: `signinname loginname login signinemail microsoftonlineservicesid windowsliveid windowsemailaddress
      office365account m365account inloggningsnamn inloggning anmeldename identifiant nombredeiniciodesesión loginnaam`,
  },
  {
    kind: 'address',
    rank: 2,
    names: `primarysmtpaddress primaryemail primaryemailaddress workemail workemailaddress emailwork businessemail companyemail
      corporateemail officialemail primaryworkemail emailprimary workmail arbetsmejl arbetsepost jobbmejl jobbepost primärepost
      primärsmtpadress geschäftlicheemail dienstlicheemail geschäftlicheemailadresse emailgeschäftlich emailprofessionnel
      adresseemailprofessionnelle correocorporativo correodeltrabajo emailcorporativo emailaziendale werkemail zakelijkemail
      arbejdsmail jobbepostadresse työsähköposti służbowyemail`,
  },
  {
    kind: 'address',
    rank: 3,
    names: `mail email emailaddress emailaddresses mailaddress email1 email1value emailaddress1 emails smtpaddress smtp
      epost epostadress epostadresser mejl mejladress mailadress adress address emailadresse emailadressen mailadresse
      adresseemail adressemail adressedemessagerie adresseélectronique adressedecourriel courriel correo correoelectrónico correoelectronico
      direccióndecorreo direccióndecorreoelectrónico endereçodeemail correioeletrónico correioeletrônico indirizzoemail
      indirizzodipostaelettronica postaelettronica emailadres emailadresses epostadresse sähköposti
      sähköpostiosoite adresemail adreseemail メール メールアドレス 電子メール 電子メールアドレス البريدالإلكتروني بريدإلكتروني
      عنوانالبريدالإلكتروني`,
  },
  {
    kind: 'address',
    rank: 4,
    names: `username user useraccount userlogin användarnamn användare benutzername
      benutzer nomdutilisateur utilisateur nombredeusuario usuario nomedeusuário usuário nomeutente utente gebruikersnaam
      gebruiker brugernavn bruger brukernavn bruker käyttäjänimi käyttäjä nazwaużytkownika użytkownik ユーザー名 ユーザー
      اسمالمستخدم المستخدم`,
  },
  { kind: 'address', rank: 6, names: 'proxyaddresses proxyaddress smtpaddresses proxyadresser' },
  {
    kind: 'display-name',
    rank: 0,
    names: `displayname visningsnamn anzeigename nomdaffichage nomcomplet nombreparamostrar nombrecompleto nomedeexibição nomecompleto
      nomevisualizzato weergavenaam vistnavn visningsnavn näyttönimi nazwawyświetlana 表示名 الاسمالمعروض اسمالعرض fn cn`,
  },
  {
    kind: 'display-name',
    rank: 1,
    names: `fullname name fullständigtnamn namn employeename workername preferredname legalname nametext fullformname
      vollständigername naam volledigenaam navn fuldenavn fulltnavn nimi kokonimi imięinazwisko 名前 氏名 الاسم الاسمالكامل`,
  },
  {
    kind: 'display-name',
    rank: 2,
    names: `person employee member worker staff participant attendee anställd medarbetare medlem deltagare mitarbeiter mitarbeiterin mitglied teilnehmer
      employé membre participantnom empleado miembro funcionário colaborador membro dipendente medewerker lid medarbejder
      ansatt työntekijä jäsen pracownik`,
  },
  {
    kind: 'display-name',
    rank: 3,
    names: 'group groupname grupp gruppnamn gruppe gruppenname groupe grupo gruppo groep ryhmä grupa',
  },
  {
    kind: 'other',
    rank: 0,
    namePart: 'given',
    names: `firstname givenname forename prénom prenom förnamn vorname nombre nome voornaam fornavn etunimi imię preferredfirstname
      legalfirstname 名 الاسمالأول`,
  },
  {
    kind: 'other',
    rank: 0,
    namePart: 'surname',
    names: `lastname surname familyname sn efternamn nachname familienname nomdefamille apellido apellidos sobrenome
      apelido cognome achternaam efternavn etternavn sukunimi nazwisko preferredlastname legallastname 姓 اسمالعائلة`,
  },
  {
    kind: 'account',
    rank: 0,
    names: `account accountname samaccountname onpremisessamaccountname logonname windowsaccount konto kontonamn`,
  },
  {
    kind: 'employee-id',
    rank: 0,
    names: `employeeid employeenumber employeeno workerid personnelnumber staffid anställningsnummer anställningsid anstnr
      medarbetarid personalnummer mitarbeiternummer matricule númerodeempleado matrícula matricola personeelsnummer
      medarbejdernummer ansattnummer henkilönumero numerpracownika 社員番号`,
  },
  {
    kind: 'other',
    rank: 1,
    names: `mailnickname alias department avdelning abteilung jobtitle befattning givennamesurname licenses licenser lizenzen usertype`,
  },
];

const meanings = new Map<string, HeadingMeaning>(
  known.flatMap(({ names, ...meaning }) => names.split(/\s+/).map((name) => [name, meaning] as const)),
);

/** Words of headings whose column names somebody else of the row, or an address that is no sign-in name. */
const secondary =
  /manager|supervisor|superior|assistant|sponsor|recover|alternat|secondary|private|personal(?!nummer|nr)|emergency|forward|othermail|backup|reportsto|invited|createdby|modifiedby|updatedby|approv|owner|leader|privat|sekundär|återställning|chef|vorgesetz|responsable|superviseur|gestor|jefe|leidinggevende|nærmeste|esimies|kierownik|przełożon|wiederherstell|personnel(?:le)?$|secundari|上司|مدير/;
const secondaryWords = new Set([
  'home',
  'other',
  'second',
  'old',
  'previous',
  'external',
  'hem',
  'annan',
  'andra',
  'boss',
  'nok',
  'lead',
]);
const mailWords = /^(?:e?mails?|epost|mejl|courriel|correo|sähköposti|smtp|メール)$/;
const workWords = /^(?:work|business|primary|company|office|corporate|arbete|jobb)$/;
/** Directory objects and things that no license is assigned to, or ids that Graph doesn't take. */
const foreignIds =
  /(?:sku|tenant|request|device|correlation|session|application|app|subscription|plan|order|ticket|mailbox|exchange|archive|directory|organization|customer|partner|policy|role|location|immutable)(?:object)?(?:id|guid)$|^(?:object)?guid$|^sid$|^appid$/;

function foldHeading(text: string): string {
  return text
    .normalize('NFC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, '');
}

function wordsOf(heading: string): string[] {
  return heading
    .replace(/(\p{Ll})(\p{Lu})/gu, '$1 $2')
    .replace(/\be-(?=mail|post)/giu, 'e')
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '');
}

const maxWords = 5;

/** Reads a heading by its words: `Email - Work`, `Mitarbeiter: E-Mail`. */
function readWords(heading: string): HeadingMeaning | undefined {
  const words = wordsOf(heading);
  if (words.length > maxWords || words.length < 2) return undefined;
  if (words.includes('upn') || foldHeading(heading).includes('userprincipalname'))
    return { kind: 'address', rank: 0 };
  if (!words.some((word) => mailWords.test(word))) return undefined;
  return { kind: 'address', rank: words.some((word) => workWords.test(word)) ? 2 : 3 };
}

/** Reads a heading that is known as it stands, also within or before the brackets of templates; undefined for another one. */
export function readKnownHeading(heading: string): HeadingMeaning | undefined {
  const inBrackets = /\[([^\]]*)\]/.exec(heading)?.[1];
  return (
    (inBrackets === undefined ? undefined : meanings.get(foldHeading(inBrackets))) ??
    meanings.get(foldHeading(heading)) ??
    meanings.get(foldHeading(heading.replace(/[[(][^\])]*[\])]|\brequired\b/gi, '')))
  );
}

/** Reads a heading of a table with several columns, also by its words. */
export function readHeading(heading: string): HeadingMeaning | undefined {
  return readKnownHeading(heading) ?? readWords(heading);
}

/** True for headings of groups' ids and names. */
export function isOfGroup({ kind, rank }: HeadingMeaning): boolean {
  return (kind === 'object-id' && rank > 0) || (kind === 'display-name' && rank > 2);
}

/** Words after which a column certainly holds the person's own address; words for a group, customer or requester aren't among them. */
const ownWords =
  /^(?:work|business|primary|arbete|jobb|user|member|employee|worker|användare|medlem|anställd|mitarbeiter|address|adress|adresse|upn|principal|name|value|\d)$/;

/**
 * True if a heading says for sure that its column names the person of the row: another cell of theirs is as good then. A group's
 * column, or one of somebody who asked for something, names another one.
 */
export function namesOwnPerson(heading: string): boolean {
  const isPlain = (text: string): boolean =>
    wordsOf(text).every((word) => mailWords.test(word) || ownWords.test(word));
  const known = readKnownHeading(heading);
  if (known === undefined) return readWords(heading) !== undefined && isPlain(heading);
  if (!isPlain(/\(([^)]*)\)/.exec(heading)?.[1] ?? '')) return false;
  return known.kind !== 'other' && !isOfGroup(known);
}

/** True if a column names somebody else, such as the manager, or an address to write to in private. */
export function isSecondaryHeading(heading: string): boolean {
  return secondary.test(foldHeading(heading)) || wordsOf(heading).some((word) => secondaryWords.has(word));
}

/** True if the ids below a heading are those of something that gets no license. */
export function isForeignId(heading: string): boolean {
  return foreignIds.test(foldHeading(heading));
}

import { Button, makeStyles, tokens } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import type { Principal } from '../../../base/principal';
import { useMessages } from '../../messages/MessagesContext';
import { PrincipalName, principalDetail } from '../PrincipalName';

/** So many are offered; where more have a name, an address tells better. */
const most = 6;

const useStyles = makeStyles({
  list: {
    margin: 0,
    padding: 0,
    listStyleType: 'none',
    display: 'grid',
    gap: tokens.spacingVerticalXS,
  },
  item: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr) auto',
    alignItems: 'center',
    columnGap: tokens.spacingHorizontalS,
  },
  more: { color: tokens.colorNeutralForeground3, fontSize: tokens.fontSizeBase200 },
});

/** Those who may be meant, and what choosing one does. */
interface CandidatesProps {
  readonly candidates: readonly Principal[];
  readonly onChoose: (principal: Principal) => void;
}

/** Those who may be meant, each to be chosen. */
export function Candidates({ candidates, onChoose }: CandidatesProps): ReactNode {
  const styles = useStyles();
  const { assign } = useMessages();
  const shown = candidates.slice(0, most);
  return (
    <ul className={styles.list}>
      {shown.map((principal) => (
        <li key={principal.id} className={styles.item}>
          <PrincipalName principal={principal} detail={principalDetail(principal)} />
          <Button
            size="small"
            aria-label={assign.chooseCandidate(principal.displayName, principalDetail(principal))}
            onClick={() => onChoose(principal)}
          >
            {assign.choose}
          </Button>
        </li>
      ))}
      {candidates.length > shown.length && (
        <li className={styles.more}>{assign.moreCandidates(candidates.length - shown.length)}</li>
      )}
    </ul>
  );
}

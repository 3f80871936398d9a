import { makeStyles, tokens } from '@fluentui/react-components';
import { visuallyHidden } from '../visuallyHidden';

/** Styles of the picker. */
export const usePrincipalPickerStyles = makeStyles({
  picker: { position: 'relative' },
  label: { display: 'block', marginBottom: tokens.spacingVerticalXXS, fontWeight: tokens.fontWeightSemibold },
  input: { width: '100%' },
  popup: {
    position: 'absolute',
    zIndex: 1,
    insetInline: 0,
    top: '100%',
    marginTop: tokens.spacingVerticalXXS,
    border: `1px solid ${tokens.colorNeutralStroke1}`,
    borderRadius: tokens.borderRadiusMedium,
    backgroundColor: tokens.colorNeutralBackground1,
    boxShadow: tokens.shadow16,
  },
  // Only the list scrolls; keys in the text field move through it.
  list: {
    maxHeight: 'min(22rem, 50dvh)',
    overflowY: 'auto',
    padding: tokens.spacingVerticalXS,
    '&:empty': { padding: 0 },
  },
  option: {
    display: 'flex',
    alignItems: 'center',
    gap: tokens.spacingHorizontalS,
    minHeight: '44px',
    padding: `${tokens.spacingVerticalXS} ${tokens.spacingHorizontalS}`,
    borderRadius: tokens.borderRadiusMedium,
    cursor: 'pointer',
    '&:hover': { backgroundColor: tokens.colorNeutralBackground3 },
  },
  active: {
    backgroundColor: tokens.colorBrandBackground2,
    boxShadow: `inset 0 0 0 2px ${tokens.colorStrokeFocus2}`,
  },
  chosen: { cursor: 'default' },
  who: { flexGrow: 1, minWidth: 0 },
  facts: {
    flexShrink: 0,
    maxWidth: '40%',
    textAlign: 'end',
    color: tokens.colorNeutralForeground3,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    overflowWrap: 'anywhere',
  },
  note: {
    margin: 0,
    padding: tokens.spacingVerticalM,
    color: tokens.colorNeutralForeground2,
  },
  spoken: visuallyHidden,
});

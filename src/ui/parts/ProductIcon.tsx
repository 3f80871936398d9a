import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';

const size = { width: '32px', height: '32px', fontSize: tokens.fontSizeBase300 };

const useStyles = makeStyles({
  tile: {
    display: 'inline-grid',
    placeItems: 'center',
    flexShrink: 0,
    ...size,
    borderRadius: tokens.borderRadiusMedium,
    border: `1px solid ${tokens.colorTransparentStroke}`,
    fontWeight: tokens.fontWeightSemibold,
  },
  large: { width: '48px', height: '48px', fontSize: tokens.fontSizeBase500 },
  teal: { color: tokens.colorPaletteTealForeground2, backgroundColor: tokens.colorPaletteTealBackground2 },
  blue: { color: tokens.colorPaletteBlueForeground2, backgroundColor: tokens.colorPaletteBlueBackground2 },
  plum: { color: tokens.colorPalettePlumForeground2, backgroundColor: tokens.colorPalettePlumBackground2 },
  brass: { color: tokens.colorPaletteBrassForeground2, backgroundColor: tokens.colorPaletteBrassBackground2 },
  forest: {
    color: tokens.colorPaletteForestForeground2,
    backgroundColor: tokens.colorPaletteForestBackground2,
  },
  cranberry: {
    color: tokens.colorPaletteCranberryForeground2,
    backgroundColor: tokens.colorPaletteCranberryBackground2,
  },
});

const colors = ['teal', 'blue', 'plum', 'brass', 'forest', 'cranberry'] as const;

interface ProductIconProps {
  readonly name: string;
  /** 48 instead of 32 pixels. Default is false. */
  readonly isLarge?: boolean;
}

/** A tile with the product's first letter. Each name has a fixed color; no image is loaded. */
export function ProductIcon({ name, isLarge = false }: ProductIconProps) {
  const styles = useStyles();
  const letter = [...name.trim()][0]?.toLocaleUpperCase() ?? '?';
  const sum = [...name].reduce((total, character) => total + (character.codePointAt(0) ?? 0), 0);
  const color = colors[sum % colors.length] ?? 'teal';
  return (
    <span className={mergeClasses(styles.tile, styles[color], isLarge && styles.large)} aria-hidden>
      {letter}
    </span>
  );
}

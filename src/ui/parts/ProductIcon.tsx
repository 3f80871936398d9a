import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { hueOf, useHueStyles } from './hues';

const useStyles = makeStyles({
  tile: {
    display: 'inline-grid',
    placeItems: 'center',
    flexShrink: 0,
    width: '32px',
    height: '32px',
    boxSizing: 'border-box',
    borderRadius: tokens.borderRadiusMedium,
    border: `1px solid ${tokens.colorTransparentStroke}`,
    fontSize: tokens.fontSizeBase200,
    fontWeight: tokens.fontWeightSemibold,
    userSelect: 'none',
  },
  large: {
    width: '40px',
    height: '40px',
    borderRadius: tokens.borderRadiusLarge,
    fontSize: tokens.fontSizeBase400,
  },
});

interface ProductIconProps {
  readonly name: string;
  readonly publisher: string | undefined;
  /** 40 instead of 32 pixels. Default is false. */
  readonly isLarge?: boolean;
}

/** A tile with two letters of the product, in the color of its publisher; no image is loaded. */
export function ProductIcon({ name, publisher, isLarge = false }: ProductIconProps) {
  const styles = useStyles();
  const hue = useHueStyles()[hueOf(publisher ?? name)];
  return (
    <span className={mergeClasses(styles.tile, hue, isLarge && styles.large)} aria-hidden>
      {lettersOf(name)}
    </span>
  );
}

/** Returns the initials of the first two words of a name, or the first two letters of its only word. */
function lettersOf(name: string): string {
  const words = name.split(/[^\p{L}\p{N}]+/u).filter(Boolean);
  const [first = '?', second] = words.map((word) => [...word]);
  const letters = second ? [first[0], second[0]] : [first[0]?.toLocaleUpperCase(), first[1]];
  return second ? letters.join('').toLocaleUpperCase() : letters.join('');
}

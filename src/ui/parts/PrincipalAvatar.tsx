import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { PeopleTeamRegular } from '@fluentui/react-icons/svg/people-team';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useCallback, useEffect, useState, type ReactNode } from 'react';
import type { NamedPrincipal } from '../../base/principal';
import { keys } from '../queries/keys';
import { useServices } from '../services';
import { hueOf, useHueStyles } from './hues';

/**
 * Time that an avatar must stay in view before its photo is requested, in milliseconds, so that scrolling requests
 * none.
 */
const settleInMs = 200;

const useStyles = makeStyles({
  tile: {
    display: 'inline-grid',
    placeItems: 'center',
    flexShrink: 0,
    width: '32px',
    height: '32px',
    borderRadius: tokens.borderRadiusCircular,
    border: `1px solid ${tokens.colorTransparentStroke}`,
    boxSizing: 'border-box',
    overflow: 'hidden',
    fontSize: tokens.fontSizeBase200,
    fontWeight: tokens.fontWeightSemibold,
    lineHeight: 1,
    userSelect: 'none',
  },
  large: { width: '72px', height: '72px', fontSize: tokens.fontSizeBase600 },
  group: { borderRadius: tokens.borderRadiusMedium, fontSize: '18px' },
  photo: { width: '100%', height: '100%', objectFit: 'cover' },
});

interface PrincipalAvatarProps {
  readonly principal: NamedPrincipal;
  /** 72 pixels instead of 32. Default is false. */
  readonly isLarge?: boolean;
}

/** A user's photo or initials, or the icon of a group, in a color by the id. Hidden from screen readers: the name is beside it. */
export function PrincipalAvatar({ principal, isLarge = false }: PrincipalAvatarProps): ReactNode {
  const styles = useStyles();
  const hue = useHueStyles()[hueOf(principal.id)];
  if (principal.kind === 'group') {
    return (
      <span className={mergeClasses(styles.tile, hue, styles.group)} aria-hidden>
        <PeopleTeamRegular />
      </span>
    );
  }
  return (
    <span className={mergeClasses(styles.tile, hue, isLarge && styles.large)} aria-hidden>
      <Face userId={principal.id} name={principal.displayName} />
    </span>
  );
}

function Face({ userId, name }: { readonly userId: string; readonly name: string }): ReactNode {
  return useHasSettled(userId) ? <Photo userId={userId} name={name} /> : initialsOf(name);
}

/** True after an avatar has stayed in view for a moment, or if its photo is cached. */
function useHasSettled(userId: string): boolean {
  const { clock } = useServices();
  const client = useQueryClient();
  const [hasSettled, setHasSettled] = useState(() => client.getQueryData(keys.photo(userId)) !== undefined);
  useEffect(() => {
    const gone = new AbortController();
    clock.wait(settleInMs, gone.signal).then(
      () => setHasSettled(true),
      () => undefined,
    );
    return () => gone.abort();
  }, [clock]);
  return hasSettled;
}

function Photo({ userId, name }: { readonly userId: string; readonly name: string }): ReactNode {
  const styles = useStyles();
  const { directory } = useServices();
  const { data: photo } = useQuery({
    queryKey: keys.photo(userId),
    queryFn: async ({ signal }) => (await directory.readPhoto(userId, signal)) ?? null,
    staleTime: Infinity,
  });
  const show = useCallback(
    (image: HTMLImageElement) => {
      if (!photo) return undefined;
      const url = URL.createObjectURL(photo);
      image.src = url;
      return () => {
        // An image whose URL is revoked before it's decoded would show as broken.
        image.removeAttribute('src');
        URL.revokeObjectURL(url);
      };
    },
    [photo],
  );
  return photo ? <img className={styles.photo} ref={show} alt="" /> : initialsOf(name);
}

/** Returns the initials of the first and last word of a name. */
export function initialsOf(name: string): string {
  const words = name.split(/[\s\-_.(),]+/u).filter((word) => /^[\p{L}\p{N}]/u.test(word));
  const chosen = words.length > 1 ? [words[0], words.at(-1)] : words;
  return chosen
    .map((word) => [...(word ?? '')][0] ?? '')
    .join('')
    .toLocaleUpperCase();
}

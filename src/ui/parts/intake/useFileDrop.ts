import { useEffect, useRef, useState } from 'react';

/**
 * Takes files that are dropped anywhere in the window, and says whether one hangs over it. A file that is dropped where
 * nothing takes it would replace the whole app in its frame: while `isTaking` says no, it is held off all the same.
 */
export function useFileDrop(
  onFiles: (files: readonly File[]) => void,
  isTaking: () => boolean = always,
): boolean {
  const [isOver, setIsOver] = useState(false);
  const latest = useRef({ onFiles, isTaking });
  useEffect(() => {
    latest.current = { onFiles, isTaking };
  });
  useEffect(() => {
    const over = (event: DragEvent): void => {
      if (!event.dataTransfer?.types.includes('Files')) return;
      event.preventDefault();
      if (latest.current.isTaking()) setIsOver(true);
    };
    const leave = (event: DragEvent): void => {
      // Leaving one element for another is no leaving.
      if (event.relatedTarget === null) setIsOver(false);
    };
    const drop = (event: DragEvent): void => {
      setIsOver(false);
      const files = [...(event.dataTransfer?.files ?? [])];
      if (files.length === 0) return;
      event.preventDefault();
      if (latest.current.isTaking()) latest.current.onFiles(files);
    };
    const listeners = { dragenter: over, dragover: over, dragleave: leave, drop };
    for (const [name, listener] of Object.entries(listeners)) {
      window.addEventListener(name as keyof typeof listeners, listener);
    }
    return () => {
      for (const [name, listener] of Object.entries(listeners)) {
        window.removeEventListener(name as keyof typeof listeners, listener);
      }
    };
  }, []);
  return isOver;
}

const always = (): boolean => true;

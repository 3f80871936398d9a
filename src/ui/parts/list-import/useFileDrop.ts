import { useEffect, useRef, useState } from 'react';

/**
 * Receives files dropped anywhere in the window while `isTaking` returns true. Returns whether a file is dragged over
 * it. Other drops are blocked by the app (`src/app/shell/guardInput.ts`).
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
      if (!event.dataTransfer?.types.includes('Files') || !latest.current.isTaking()) return;
      event.preventDefault();
      event.dataTransfer.dropEffect = 'copy';
      setIsOver(true);
    };
    const leave = (event: DragEvent): void => {
      // Moving between elements isn't leaving the window.
      if (event.relatedTarget === null) setIsOver(false);
    };
    const drop = (event: DragEvent): void => {
      setIsOver(false);
      const files = [...(event.dataTransfer?.files ?? [])];
      if (files.length === 0 || !latest.current.isTaking()) return;
      event.preventDefault();
      latest.current.onFiles(files);
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

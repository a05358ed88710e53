import { useEffect, useState } from 'preact/hooks';
import { now } from '../clock';

const minute = 60_000;

/** The time, UTC ms, again each minute while the page is open. */
export function useNow(): number {
  const [time, setTime] = useState(now);
  useEffect(() => {
    const timer = setInterval(() => {
      setTime(now());
    }, minute);
    return () => {
      clearInterval(timer);
    };
  }, []);
  return time;
}

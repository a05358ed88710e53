import { useEffect, useState } from 'preact/hooks';
import { now } from '../clock';
import type { ActionKind } from '../domain/action';
import { storedStanding } from '../settings/standing';
import { Outbox } from '../sidebar/outbox';
import { SidebarState } from '../sidebar/state';

/** The standing, and what the rep logs on a page of ours: it belongs to no site and no record. */
export function useOwnLog() {
  const [, draw] = useState(0);
  const [{ life, state, outbox }] = useState(() => {
    const life = new AbortController();
    const changed = () => {
      draw((drawn) => drawn + 1);
    };
    const outbox = new Outbox(life.signal, changed);
    const state = new SidebarState({
      site: 'foothold',
      via: 'manual',
      now,
      send: (action) => outbox.send(action),
      changed,
    });
    return { life, state, outbox };
  });
  useEffect(() => {
    storedStanding.watch(life.signal, (standing) => {
      state.show(standing);
    });
    void storedStanding.get().then((standing) => {
      state.show(standing);
    });
    return () => {
      life.abort();
    };
  }, []);
  return {
    standing: state.standing,
    again: state.again,
    unsaved: outbox.unsaved,
    onLog: (kind: ActionKind) => {
      state.log(kind, undefined);
    },
    onAgain: (yes: boolean) => {
      state.logAgain(yes);
    },
    onUndo: (id: string) => {
      state.forget(id);
      void outbox.undo(id);
    },
  };
}

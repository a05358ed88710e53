import { i18n } from '#i18n';
import { useLayoutEffect, useRef } from 'preact/hooks';
import { GoalBars } from './GoalBars';
import { holdsFocus } from './holdsFocus';
import { Icon } from './Icon';
import { Loading } from './Loading';
import { LogRow } from './LogRow';
import { NextFoothold } from './NextFoothold';
import { RecentActions } from './RecentActions';
import { Route, routeRows } from './Route';
import { numbersHidden } from './hiddenNumbers';
import type { PanelProps, SidebarProps } from './sidebar';
import { SiteHealth } from './SiteHealth';
import { textDirection } from './textDirection';
import { Tool } from './Tool';
import { usePraise } from './usePraise';

const clock = new Intl.DateTimeFormat(undefined, {
  weekday: 'short',
  hour: 'numeric',
  minute: '2-digit',
});

/** How it sits in the page; beside it nothing of that can change, and it is the whole page. */
type Sitting = Pick<SidebarProps, 'onCollapse' | 'onMove'>;

/** The sidebar, open: in the page, or beside it in a page of its own. */
export function Panel(props: PanelProps & Partial<Sitting>) {
  const { standing, now, site, questions } = props;
  const praise = usePraise(standing, now);
  const goals = standing?.goals;
  const resting = standing?.rest === 'day-off' || standing?.rest === 'paused';
  const rows = resting ? 0 : routeRows(goals ?? []);
  const route = goals?.find(({ id }) => id === standing?.foothold?.goalId) ?? goals?.[0];
  const body = useRef<HTMLDivElement>(null);
  const answered = useRef(false);
  useLayoutEffect(() => {
    // The question that had the focus is gone; the next one takes it, or else the log row.
    const next =
      answered.current && body.current?.querySelector<HTMLElement>('.ask .yes, .keys button');
    if (next) next.focus();
    answered.current = false;
  }, [questions, standing?.nudge?.at]);
  const answer =
    <Args extends readonly unknown[]>(then: (...args: Args) => void) =>
    (...args: Args) => {
      answered.current = holdsFocus(body.current);
      then(...args);
    };
  const [Frame, Name] = props.onMove ? (['aside', 'b'] as const) : (['main', 'h1'] as const);
  const hidden = numbersHidden();
  return (
    <Frame class="fh panel" dir={textDirection()} aria-label={i18n.t('name')}>
      <header class="head">
        <Icon name="peak" />
        <Name>{i18n.t('name')}</Name>
        <span key={clock.format(now)}>{clock.format(now)}</span>
        <Tool
          icon={hidden ? 'unseen' : 'seen'}
          label={i18n.t(hidden ? 'numbers.show' : 'numbers.hide')}
          onClick={props.onHideNumbers}
        />
        {props.tools}
        {props.onMove && <Tool icon="move" label={i18n.t('panel.move')} onClick={props.onMove} />}
        {props.onCollapse && (
          <Tool
            icon="fold"
            label={i18n.t('panel.collapse')}
            aria-expanded="true"
            onClick={props.onCollapse}
          />
        )}
      </header>
      <div class="body" ref={body}>
        {standing ? (
          <NextFoothold
            standing={standing}
            now={now}
            praise={praise}
            onOptions={props.onOptions}
            onNudge={answer(props.onNudge)}
          />
        ) : (
          <Loading />
        )}
        {standing && (
          // Where other goals or a rest need another room, it is drawn anew instead of moved.
          <div class="way" key={[rows, standing.goals.length, standing.sides?.length].join()}>
            {route && <Route goal={route} rows={rows} />}
            <GoalBars standing={standing} />
          </div>
        )}
        <LogRow {...props} onAnswer={answer(props.onAnswer)} />
        <RecentActions
          actions={standing?.recent ?? []}
          ownSite={props.siteId}
          ownLabel={site.label}
          rowTool={props.rowTool}
          onUndo={props.onUndo}
        />
        {props.children}
      </div>
      <SiteHealth {...props} />
    </Frame>
  );
}

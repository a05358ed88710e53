import { i18n } from '#i18n';
import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import type { FloorOffer } from '../lib/domain/floorOffer';
import type { Outlook } from '../lib/domain/outlook';
import type { Change } from '../lib/domain/terms';
import { formatCount } from './formatCount';
import { goalName } from './goalName';
import { RaiseCard } from './RaiseCard';

export interface FloorCardProps {
  readonly trap: NonNullable<Outlook['trap']>;
  /** So many have just been made a goal here; null where none have. */
  readonly taken: number | null;
  /** So many a day as a goal from today on; with what will change for it, where that is asked. */
  readonly onTake: (target: number, change?: Change) => void;
  readonly onUndo: () => void;
}

/** Outcomes are up and what leads to them is dropped: the floor that keeps it going, and the way to make it a goal. */
export function FloorCard({ trap, taken, onTake, onUndo }: FloorCardProps) {
  const { lately, usually, floor, kinds, offer } = trap;
  const name = goalName({ kinds });
  const why = taken === null ? whyNot(name, trap) : '';
  const button = (target: number, onClick: () => void) => (
    <button type="button" onClick={onClick}>
      {i18n.t('trap.take', [name, formatCount(target)])}
    </button>
  );
  const free =
    offer.answer === 'free' ? floor : offer.answer === 'unlikely' && offer.free ? offer.best : null;
  return (
    <div class="note">
      <p>{i18n.t('trap.text', [tenths(lately), tenths(usually), formatCount(floor)])}</p>
      {why && <p>{why}</p>}
      {taken !== null ? (
        <>
          <p role="status">{i18n.t('trap.taken', [name, formatCount(taken)])}</p>
          <button type="button" onClick={onUndo}>
            {i18n.t('recent.undo')}
          </button>
        </>
      ) : offer.answer === 'raise' ? (
        <Raise offer={offer} button={button} onTake={onTake} />
      ) : (
        free !== null &&
        button(free, () => {
          onTake(free);
        })
      )}
    </div>
  );
}

interface RaiseProps extends Pick<FloorCardProps, 'onTake'> {
  readonly offer: Extract<FloorOffer, { answer: 'raise' }>;
  readonly button: (target: number, onClick: () => void) => ComponentChildren;
}

/** More than a tenth above the mean: what will change is asked before it is a goal. */
function Raise({ offer, button, onTake }: RaiseProps) {
  const { goal, mean, workMinutes } = offer;
  const [asks, setAsks] = useState(false);
  const [tried, setTried] = useState(false);
  const [change, setChange] = useState<Change>();
  return (
    <>
      {asks && (
        <RaiseCard
          goal={{ ...goal, ...(change && { change }) }}
          mean={mean}
          workMinutes={workMinutes}
          chance={null}
          activity={null}
          tried={tried}
          onChoose={setChange}
        />
      )}
      {button(goal.target, () => {
        setAsks(true);
        setTried(asks);
        if (change) onTake(goal.target, change);
      })}
    </>
  );
}

function whyNot(name: string, { offer, floor }: FloorCardProps['trap']): string {
  switch (offer.answer) {
    case 'asked':
      return i18n.t('trap.asked', [formatCount(offer.target)]);
    case 'held':
      return i18n.t('trap.held', [name]);
    case 'full':
      return i18n.t('trap.full');
    case 'unlikely':
      return offer.best === null
        ? i18n.t('odds.hopeless', [formatCount(floor)])
        : i18n.t('odds.unlikely', [formatCount(floor), formatCount(offer.best)]);
    case 'free':
    case 'raise':
      return '';
  }
}

function tenths(value: number): string {
  return formatCount(Math.round(value * 10) / 10);
}

import { i18n } from '#i18n';
import { unreadNews } from '../settings/news';
import { useItem } from './useItem';

/** What is new since the last update, until the rep puts it away. Empty when there is nothing to say. */
export function useNews() {
  const release = useItem(unreadNews);
  return {
    // Looked up by name, so that a release needs one more string and nothing else.
    news: release ? i18n.t(`news.${release.replace('.', '_')}` as 'news.0_2') : '',
    dismissNews: () => void unreadNews.set(null),
  };
}

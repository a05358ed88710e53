const action = '/flagship-web/rsc-action/actions/server-request?sduiid=';
const voyager = '/voyager/api/';
/** Of this nobody has evidence (N): the address is ours and says so, so that no rule can rest on it. */
const unknown = `${action}lab.unknown.`;

/**
 * What the pages ask of the server, by what it is for. `{…}` is filled in from the body. Grades: as in SITES, per
 * group; the folder before `rsc-action` is from a capture of 2026-08-26 (S).
 */
export const requests = {
  // C
  invite: { url: `${action}com.linkedin.sdui.requests.mynetwork.addaAddConnection` },
  inviteWithNote: {
    url: `${voyager}voyagerRelationshipsDashMemberRelationships?action=verifyQuotaAndCreateV2&decorationId=com.linkedin.voyager.dash.deco.relationships.InvitationCreationResultWithInvitee-2`,
  },
  // N
  withdraw: { url: `${unknown}withdraw` },
  accept: { url: `${unknown}accept` },
  ignore: { url: `${unknown}ignore` },
  // C; recall is in SITES as "not a send", the other two are N
  message: { url: `${voyager}voyagerMessagingDashMessengerMessages?action=createMessage` },
  recall: { url: `${voyager}voyagerMessagingDashMessengerMessages?action=recall` },
  messageReaction: {
    url: `${voyager}voyagerMessagingDashMessengerMessages?action=reactWithEmoji`,
  },
  messageEdit: { url: `${voyager}voyagerMessagingDashMessengerMessages/{event}` },
  history: {
    url: `${voyager}voyagerMessagingGraphQL/graphql?queryId=messengerMessages`,
    method: 'GET',
  },
  // N: the greeting and the share have no evidence of their own; they are messages to the server
  greet: { url: `${voyager}voyagerMessagingDashMessengerMessages?action=createMessage` },
  share: { url: `${voyager}voyagerMessagingDashMessengerMessages?action=createMessage` },
  // classic reaction C, its undo N (the same address with another method); SDUI C
  react: { url: `${voyager}voyagerSocialDashReactions?threadUrn={post}`, status: 201 },
  unreact: { url: `${voyager}voyagerSocialDashReactions?threadUrn={post}`, method: 'DELETE' },
  reactSdui: { url: `${action}com.linkedin.sdui.reactions.create` },
  unreactSdui: { url: `${action}com.linkedin.sdui.reactions.delete` },
  // S (2026-08-26): the modern page asks SDUI, the old one GraphQL
  commentSdui: { url: `${action}com.linkedin.sdui.comments.createComment` },
  comment: {
    url: `${voyager}graphql?action=execute&queryId=voyagerSocialDashNormComments.cd3d2a3fd6c9b2881c7cac32847ec05e&queryName=CreateSocialDashNormComments`,
  },
  // S
  follow: { url: `${action}com.linkedin.sdui.requests.mynetwork.addaUpdateFollowState` },
  followFeed: { url: `${action}com.linkedin.sdui.requests.feed.updateFollowState` },
  followCompany: { url: `${voyager}feed/dash/followingStates/urn:li:fsd_followingState:{company}` },
  // C
  salesInvite: { url: '/sales-api/salesApiConnection?action=connectV2' },
  salesMessage: { url: '/sales-api/salesApiMessageActions?action=createMessage' },
  // N
  salesSave: { url: '/sales-api/labUnknown?action=save' },
};

/**
 * What a request is for.
 *
 * @param {string} method
 * @param {URL} url
 * @param {string | undefined} named what the page says it is for: some share an address
 * @returns {string | undefined}
 */
export function purposeOf(method, url, named) {
  const address = url.pathname + url.search;
  const found = Object.entries(requests).filter(
    ([, request]) =>
      (request.method ?? 'POST') === method && address.startsWith(request.url.split('{')[0]),
  );
  return (found.find(([name]) => name === named) ?? found[0])?.[0];
}

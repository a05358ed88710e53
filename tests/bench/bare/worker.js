chrome.runtime.onMessage.addListener(({ type }, _sender, answer) => {
  answer({ heard: type });
});

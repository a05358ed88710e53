export function openBubble() {}

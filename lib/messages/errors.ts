/**
 * How an error crosses between page and worker: by its words. The messaging library's own way keeps names, stacks and
 * causes; nothing of ours reads them, and every page would load what does. The build puts this in its place.
 */
export function serializeError(error: unknown): { readonly message: string } {
  return { message: error instanceof Error ? error.message : String(error) };
}

export function deserializeError({ message }: { readonly message: string }): Error {
  return new Error(message);
}

/** Between two reports: lets in a key press, a signal, and what other threads have to say. */
export const nextTurn = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

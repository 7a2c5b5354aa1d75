// pause lets the browser answer to its reader, and then goes on.
export const pause = () => (globalThis.scheduler?.yield ? scheduler.yield() : new Promise((done) => { setTimeout(done); }));

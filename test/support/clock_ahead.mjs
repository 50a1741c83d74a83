// Loaded into a server before it starts (NODE_OPTIONS=--import=...): its clock runs ahead, by
// CLOCK_AHEAD_MS.
const ahead = Number(process.env['CLOCK_AHEAD_MS']);
const now = Date.now;
Date.now = () => now() + ahead;

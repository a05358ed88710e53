import { tool } from '../lab/steps.mjs';

/** The lab build, from the same code as the one that ships: without this a `lab` mode gets Preact’s code for development. */
export async function buildAsShipped() {
  const env = { NODE_ENV: 'production' };
  if ((await tool('wxt', ['build', '--mode=lab'], { quiet: true, env })) !== 0) process.exit(1);
}

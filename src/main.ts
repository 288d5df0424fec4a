import { reading } from './platform/config/from-environment';
import { build, serve } from './start';

async function start(): Promise<void> {
  const settings = reading();
  const app = await build(settings);
  await serve(app, settings);
  process.stdout.write(`Kretsen answers at ${settings.publicAddress}\n`);
}

start().catch((fault: unknown) => {
  process.stderr.write(`${fault instanceof Error ? fault.message : String(fault)}\n`);
  process.exitCode = 2;
});

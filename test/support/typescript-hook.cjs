// Lets a child process of a test load our TypeScript as it is: node -r ./test/support/typescript-hook.cjs file.ts
const { readFileSync } = require('node:fs');
const ts = require('typescript');

const decorators = { experimentalDecorators: true, emitDecoratorMetadata: true };
const compilerOptions = {
  module: ts.ModuleKind.CommonJS,
  target: ts.ScriptTarget.ES2022,
  esModuleInterop: true,
  ...decorators,
};

require.extensions['.ts'] = (module, file) => {
  module._compile(ts.transpileModule(readFileSync(file, 'utf8'), { compilerOptions }).outputText, file);
};

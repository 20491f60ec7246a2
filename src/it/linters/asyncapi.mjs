// Reads the AsyncAPI document at an address, with all that it refers to, and prints what is wrong with it.
import { fromURL, Parser } from '@asyncapi/parser';

// More is only advice, such as to use the latest version.
const WARNING = 1;

const { document, diagnostics } = await fromURL(new Parser(), process.argv[2]).parse();
const faults = diagnostics.filter(({ severity }) => severity <= WARNING);
for (const { code, message, path } of faults) console.log(code, message, path.join('.'));
process.exitCode = document && faults.length === 0 ? 0 : 1;

import { exec, execFile, execSync, spawn } from "node:child_process";
import { promisify } from "node:util";
import { quote } from "shell-quote";

const execAsync = promisify(exec);
const BRANCH = "main";

export async function lastCommit(branch: string): Promise<string> {
  const { stdout } = await execAsync(`git log -1 --format=%H ${branch}`); // finds: javascript.security.command-through-shell
  return stdout.trim();
}

export function convert(file: string, target: string): void {
  execSync("convert " + file + " -resize 50% " + target); // finds: javascript.security.command-through-shell
  const command = `identify "${file}"`;
  execSync(command); // finds: javascript.security.command-through-shell
  spawn(`gzip ${file}`, { shell: true }); // finds: javascript.security.command-through-shell
}

export function convertSafely(file: string): void {
  execFile("convert", [file, "-resize", "50%"], () => undefined); // ok: javascript.security.command-through-shell
  execSync(`convert ${quote([file])} out.png`); // ok: javascript.security.command-through-shell
  execSync(`git push origin ${BRANCH}`); // ok: javascript.security.command-through-shell
  execSync("git fetch --tags"); // ok: javascript.security.command-through-shell
}

export function publish(tag: string, commitId: string): void {
  execSync(`npm publish --tag ${tag}`); // ok: javascript.security.command-through-shell
  execSync(`git rev-parse ${commitId}`); // ok: javascript.security.command-through-shell
}

export function versionOf(line: string): string | undefined {
  return /v(\d+)/.exec(`${line} `)?.[1]; // ok: javascript.security.command-through-shell
}

export function run(command: string): void {
  execSync(command); // missing: javascript.security.command-through-shell
}

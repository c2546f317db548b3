/**
 * Makes the sample spreadsheets of every grading system: `npx tsx scripts/make-system-fixtures.ts`. The same bytes come out
 * every time. What must come of each is worked out beside its data, with plain numbers, and written to expected.json.
 */
import { mkdir, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { argv } from "node:process";
import { fileURLToPath, pathToFileURL } from "node:url";
import { abcManager } from "./system-fixtures/abc-manager.ts";
import { cityBankProvisional } from "./system-fixtures/city-bank-provisional.ts";
import { courseExam } from "./system-fixtures/course-exam.ts";
import { customerAbc } from "./system-fixtures/customer-abc.ts";
import { customerLevels } from "./system-fixtures/customer-levels.ts";
import type { SystemFixture } from "./system-fixtures/fixture.ts";
import { jinzhongTobacco } from "./system-fixtures/jinzhong-tobacco.ts";
import { outcomesSurvey } from "./system-fixtures/outcomes-survey.ts";
import { outletStructure } from "./system-fixtures/outlet-structure.ts";
import { periodicScore } from "./system-fixtures/periodic-score.ts";
import { personalVip } from "./system-fixtures/personal-vip.ts";
import { ruralCreditPay } from "./system-fixtures/rural-credit-pay.ts";
import { shanghaiTeam } from "./system-fixtures/shanghai-team.ts";
import { sixSeventeen } from "./system-fixtures/six-seventeen.ts";
import { bytesOf } from "./system-fixtures/write.ts";

export const systems: readonly SystemFixture[] = [
  jinzhongTobacco,
  sixSeventeen,
  shanghaiTeam,
  personalVip,
  ruralCreditPay,
  cityBankProvisional,
  abcManager,
  outcomesSurvey,
  periodicScore,
  courseExam,
  customerLevels,
  customerAbc,
  outletStructure,
];

export const systemsDir = fileURLToPath(new URL("../fixtures/systems/", import.meta.url));

/** Every file of a system by its name, expected.json among them. */
export async function filesOf({ files, runs }: SystemFixture): Promise<Map<string, Uint8Array>> {
  const made = new Map<string, Uint8Array>();
  for (const file of files) made.set(file.name, await bytesOf(file));
  const expected = `${JSON.stringify({ runs }, undefined, 1)}\n`;
  return made.set("expected.json", new TextEncoder().encode(expected));
}

if (import.meta.url === pathToFileURL(argv[1] ?? "").href) {
  for (const system of systems) {
    for (const [name, bytes] of await filesOf(system)) {
      const path = join(systemsDir, system.id, name);
      await mkdir(dirname(path), { recursive: true });
      await writeFile(path, bytes);
    }
  }
}

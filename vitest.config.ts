import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    include: ["test/**/*.test.ts"],
    globalSetup: "test/temporary-folder.ts",
    // No test is timed: a slow or busy machine only takes longer.
    testTimeout: 120_000,
    hookTimeout: 300_000,
    maxWorkers: 2,
    // No module keeps anything between runs, and importing the sources anew for every file took two of four minutes.
    isolate: false,
  },
});

import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    include: ["test/**/*.test.ts"],
    testTimeout: 20_000,
    hookTimeout: 60_000,
    maxWorkers: 2,
    // No module keeps anything between runs, and importing the sources anew for every file took two of four minutes.
    isolate: false,
  },
});

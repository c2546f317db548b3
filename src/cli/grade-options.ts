import type { Option } from "./command.ts";

/** What only `grade` asks for, beside where its result goes. */
export const gradeOptions: readonly Option[] = [
  {
    flags: "--margin <SHARE>",
    says: {
      zh: "离标准多近算临界（默认 5%）：临界名单列出差这么多就达到、或只高出这么多的人",
      en: "how near a line is near (default 5%): who misses or tops a line by no more is listed as near it",
    },
  },
];

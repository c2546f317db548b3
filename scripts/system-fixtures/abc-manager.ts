import { byId, moved, nameOf, type SystemFixture } from "./fixture.ts";

const ladder = ["senior", "manager", "assistant"];
const words: Readonly<Record<string, string>> = { senior: "高级经理", manager: "客户经理", assistant: "客户经理助理" };

/** `gates`: integrity, business, relations, innovation, own staff; `contest` and `results`: two marks each, or not held. */
const people = [
  { id: "N001", current: "senior", nominated: true, gates: "11111", contest: [], results: [93, 95] },
  { id: "N002", current: "manager", nominated: true, gates: "11111", contest: [], results: [90, 90] },
  { id: "N003", current: "manager", nominated: false, gates: "11111", contest: [72, 80], results: [88, 91] },
  { id: "N004", current: "senior", nominated: false, gates: "11111", contest: [60, 60], results: [75, 77] },
  { id: "N005", current: "assistant", nominated: true, gates: "11111", contest: [], results: [74, 80] },
  { id: "N006", current: "assistant", nominated: true, gates: "11101", contest: [], results: [85, 85] },
  { id: "N007", current: "", nominated: true, gates: "11110", contest: [], results: [92, 90] },
  { id: "N008", current: "", nominated: false, gates: "11111", contest: [59, 88], results: [80, 80] },
  { id: "N009", current: "", nominated: false, gates: "11111", contest: [66, 71], results: [62, 70] },
  { id: "N010", current: "manager", nominated: true, gates: "01111", contest: [], results: [78, 79] },
  { id: "N011", current: "assistant", nominated: false, gates: "11111", contest: [], results: [70, 70] },
  { id: "N012", current: "assistant", nominated: true, gates: "11111", contest: [], results: [] },
];
type Manager = (typeof people)[number];

function expected({ current, nominated, gates, contest, results }: Manager) {
  const held = current === "" ? null : current;
  const [exam, defence] = contest;
  const [performance, ability] = results;
  const inDoubt = { tier: null, action: "review", recommended: null };
  if (gates.includes("0")) return inDoubt;
  // Neither nominated nor on the list of the competition: it is not known whether they took part.
  if (!nominated && (exam === undefined || defence === undefined || exam < 60 || defence < 60)) return inDoubt;
  if (performance === undefined || ability === undefined) return inDoubt;
  const lowest = Math.min(performance, ability);
  const tier = lowest >= 90 ? "senior" : lowest >= 75 ? "manager" : lowest >= 60 ? "assistant" : null;
  return { tier, action: moved(ladder, held, tier, "review"), recommended: tier };
}

const two = (key: "contest" | "results") =>
  people.flatMap((one) => (one[key].length === 2 ? [[one.id, ...one[key]]] : []));

export const abcManager: SystemFixture = {
  id: "abc-manager",
  files: [
    {
      name: "人选.xlsx",
      sheets: [
        {
          name: "人选名单",
          header: [
            "工号",
            "姓名",
            "机构",
            "现职级",
            "本行员工",
            "推荐",
            "良好品德",
            "业务能力",
            "公关能力",
            "创新能力",
          ],
          rows: people.map(({ id, current, nominated, gates }, index) => {
            const [integrity, business, relations, innovation, staff] = [...gates].map((one) =>
              one === "1" ? "√" : "×",
            );
            const own = nominated ? "是" : "";
            const place = [id, nameOf(index), "临海市支行", words[current] ?? "无"];
            return [...place, staff, own, integrity, business, relations, innovation];
          }),
        },
        { name: "竞聘", header: ["工号", "考试", "答辩"], rows: two("contest") },
        { name: "考核", header: ["工号", "工作业绩", "工作能力"], rows: two("results") },
      ],
    },
  ],
  runs: [{ files: ["人选.xlsx"], period: "2026", people: byId(people, expected) }],
};

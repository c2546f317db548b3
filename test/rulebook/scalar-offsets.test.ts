import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { Document, isScalar, parseDocument, type Scalar } from "yaml";
import { scalarOffsets } from "../../src/rulebook/scalar-offsets.ts";

/** A value written in one of YAML's styles, and read again. */
function written(
  value: string,
  type: Scalar["type"],
  width: number,
): { source: string; read: string; type: Scalar["type"] } {
  const doc = new Document({ key: value });
  const node = doc.get("key", true);
  if (isScalar(node) && type) node.type = type;
  const text = doc.toString({ lineWidth: width, minContentWidth: 10 });
  const scalar = parseDocument(text).get("key", true) as Scalar<string>;
  const [start, end] = scalar.range ?? [0, 0];
  return { source: text.slice(start, end), read: scalar.value, type: scalar.type };
}

const styles: Scalar["type"][] = ["PLAIN", "QUOTE_DOUBLE", "QUOTE_SINGLE", "BLOCK_LITERAL", "BLOCK_FOLDED"];
const word = fc.stringMatching(/^[a-z存款=>0-9.'"\\-]{1,9}$/u);
const blank = fc.constantFrom(" ", " ", " ", "\n", "\n\n");
const value = fc.array(fc.tuple(word, blank), { minLength: 1, maxLength: 12 }).map((parts) =>
  parts
    .map(([text, space]) => text + space)
    .join("")
    .trim(),
);

describe("where a scalar's characters stand", () => {
  it("every visible character of the value stands at its offset in the source", () => {
    fc.assert(
      fc.property(value, fc.constantFrom(...styles), fc.constantFrom(20, 80, 0), (text, style, width) => {
        const { source, read, type } = written(text, style, width);
        // A few texts that cannot stand plain are written so all the same, and come back as something else.
        fc.pre(read === text);
        const offsets = scalarOffsets(source, read, type);
        expect(offsets).toHaveLength(read.length + 1);
        for (let index = 0; index < read.length; index++) {
          const [char, at] = [read[index] ?? "", source[offsets[index] ?? -1]];
          // An escape stands for the character that follows it.
          if (char.trim() !== "")
            expect(type === "QUOTE_DOUBLE" && at === "\\" ? source[(offsets[index] ?? 0) + 1] : at).toBe(char);
          if (index > 0) expect(offsets[index]).toBeGreaterThanOrEqual(offsets[index - 1] ?? 0);
        }
      }),
      { numRuns: 400 },
    );
  });

  it.each<[string, string, Scalar["type"], number[]]>([
    ["ab", "ab", "PLAIN", [0, 1, 2]],
    ['"ab"', "ab", "QUOTE_DOUBLE", [1, 2, 3]],
    ["'a''b'", "a'b", "QUOTE_SINGLE", [1, 2, 4, 5]],
    ['"\\u0061b"', "ab", "QUOTE_DOUBLE", [1, 7, 8]],
    ['"\\U0001F600b"', "😀b", "QUOTE_DOUBLE", [1, 1, 11, 12]],
    ["a\n  b", "a b", "PLAIN", [0, 1, 4, 5]],
    ["a\r\n  b", "a b", "PLAIN", [0, 1, 5, 6]],
    ["a  \n\n  b", "a\nb", "PLAIN", [0, 1, 7, 8]],
    ['"a\\\n  b"', "ab", "QUOTE_DOUBLE", [1, 6, 7]],
    ["|\n  a\n   b\n", "a\n b\n", "BLOCK_LITERAL", [4, 5, 8, 9, 10, 11]],
    [">\n  a\n  b\n", "a b\n", "BLOCK_FOLDED", [4, 5, 8, 9, 10]],
  ])("%j", (source, read, type, expected) => expect(scalarOffsets(source, read, type)).toEqual(expected));
});

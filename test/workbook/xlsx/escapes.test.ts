import { expect, it } from "vitest";
import { decodeCharacters, decodeEscapes } from "../../../src/workbook/xlsx/escapes.ts";

it.each([
  ["plain_xy", "plain_xy"],
  ["a_x000D_b", "a\rb"],
  ["_x5DE5_号", "工号"],
  ["_x005F_x0041_", "_x0041_"],
  ["_x005f_", "_"],
  ["_x41_", "_x41_"],
  ["_xD83D__xDE00_", "😀"],
])("decodeEscapes reads %s", (text, expected) => {
  expect(decodeEscapes(text)).toBe(expected);
});

it.each<[string, string | undefined]>([
  ["a", "a"],
  ["&amp;&lt;&gt;&quot;&apos;", "&<>\"'"],
  ["&amp;amp;", "&amp;"],
  ["&#65;&#x4e00;&#X41;", undefined],
  ["&#65;&#x4e00;&#x20BB7;", "A一𠮷"],
  ["a\r\nb\rc&#13;\n", "a\nb\nc\r\n"],
  ["&", undefined],
  ["a & b", undefined],
  ["&nbsp;", undefined],
  ["&__proto__;", undefined],
  ["&constructor;", undefined],
  ["&#0;", undefined],
  ["&#xD800;", undefined],
  ["&#xFFFE;", undefined],
  ["&#x110000;", undefined],
  ["&#99999999999999999999;", undefined],
])("decodeCharacters reads %s", (raw, expected) => {
  expect(decodeCharacters(raw)).toBe(expected);
});

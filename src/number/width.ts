/**
 * Full-width ASCII (Ａ１，％（) to its half-width form, Chinese blanks and minus signs to plain ones. One character for one
 * character, so offsets stay; letters of other scripts are left alone (Unicode's NFKC would make a 1 of ①).
 */
export function foldWidth(text: string): string {
  return text.replace(/[\uFF01-\uFF5E\u3000\u00A0\u2007\u202F\uFFE5\u2212\uFE63\u2013]/g, (char) => {
    if (char >= "\uFF01" && char <= "\uFF5E") return String.fromCharCode(char.charCodeAt(0) - 0xfee0);
    if (char === "\uFFE5") return "¥";
    return char === "\u2212" || char === "\uFE63" || char === "\u2013" ? "-" : " ";
  });
}

import { entries } from "../entry.ts";

/** Reading tables by the rulebook's types: who is on the roster, whose a row is, what a cell says. */
export const factsCodes = entries({
  "facts/no-roster": {
    severity: "error",
    zh: "没有找到“{label}”表，不知道要评定谁",
    en: 'no sheet of "{label}" was found: nobody to grade',
    hint: { zh: "工作表或文件可命名为：{sheets}", en: "name the sheet or the file one of: {sheets}" },
  },
  "facts/no-people": { severity: "error", zh: "“{label}”表里没有人", en: 'the "{label}" sheet has nobody on it' },
  "facts/no-key-column": {
    severity: "error",
    zh: "“{label}”表没有“{header}”列，不知道各行是谁的",
    en: 'the "{label}" sheet has no column "{header}": nobody knows whose its rows are',
  },
  "facts/duplicate-person": {
    severity: "error",
    zh: "“{id}”在“{label}”里出现了两次",
    en: '"{id}" stands twice in "{label}"',
    hint: { zh: "删去多余的一行，再运行", en: "remove one of the rows and run again" },
  },
  "facts/more-duplicates": {
    severity: "error",
    zh: "“{label}”里另有 {count} 行的编号是重复的",
    en: 'another {count} {count:row|rows} of "{label}" {count:repeats|repeat} an id',
  },
  "facts/blank-id": {
    severity: "error",
    zh: "“{header}”是空的，这一行不知道是谁的，没有计入",
    en: '"{header}" is blank: the row is nobody\'s and is not counted',
  },
  "facts/unknown-person": {
    severity: "error",
    zh: "“{id}”不在“{roster}”里，{rows} 行没有计入{meant}",
    en: '"{id}" is not in "{roster}": {rows} {rows:row|rows} not counted{meant}',
  },
  "facts/unknown-people": {
    severity: "error",
    zh: "“{label}”另有 {count} 个编号不在“{roster}”里，共 {rows} 行没有计入",
    en: '"{label}" has another {count} {count:id that is|ids that are} not in "{roster}": {rows} {rows:row|rows} not counted',
  },
  "facts/two-rows": {
    severity: "error",
    zh: "“{id}”在“{label}”里有 {rows} 行，只应有一行，各行都不采用",
    en: '"{id}" has {rows} rows in "{label}", which has one row a person: none of them is used',
  },
  "facts/not-one-row": {
    severity: "error",
    zh: "“{label}”应只有一行，这里有 {rows} 行，都不采用",
    en: '"{label}" should have exactly one row, but has {rows}: none of them is used',
  },
  "facts/no-rows": {
    severity: "warning",
    zh: "{count} 人在“{label}”里没有一行，按没有业务计：{ids}",
    en: '{count} {count:person has|people have} no row in "{label}", which counts as no business: {ids}',
  },
  "facts/no-row": {
    severity: "warning",
    zh: "{count} 人在“{label}”里没有数据，按未知处理：{ids}",
    en: '{count} {count:person has|people have} no row in "{label}", so what it says of {count:that person|them} is unknown: {ids}',
  },
  "facts/empty-sheet": {
    severity: "warning",
    zh: "“{label}”一行数据也没有，{count} 人按没有业务计：{ids}",
    en: '"{label}" has no row of data at all, which counts as no business for {count} {count:person|people}: {ids}',
    hint: {
      zh: "确实没有这项业务就不必处理；漏报的，补上再运行",
      en: "if it was left out by mistake, fill it in and run again",
    },
  },
  "facts/empty-sheet-unknown": {
    severity: "warning",
    zh: "“{label}”一行数据也没有，{count} 人按未知处理：{ids}",
    en: '"{label}" has no row of data at all, so what it says of {count} {count:person|people} is unknown: {ids}',
    hint: { zh: "补上各人的数据再运行", en: "fill in everybody's row and run again" },
  },
  "facts/repeated-rows": {
    severity: "warning",
    zh: "“{label}”有 {count} 行与“{other}”里的行完全相同，会重复计算",
    en: '{count} {count:row|rows} of "{label}" {count:is|are} the same as {count:a row|rows} of "{other}" and {count:counts|count} twice',
    hint: { zh: "如属重复报送，去掉其中一份", en: "if they were reported twice, leave one of them out" },
  },
  "facts/repeated-in-sheet": {
    severity: "warning",
    zh: "“{label}”有 {count} 行与同一张表里前面的行完全相同，都计算在内",
    en: '{count} {count:row|rows} of "{label}" {count:is|are} the same as {count:a row|rows} further up in the sheet, and {count:counts|count} too',
    hint: {
      zh: "如属重复粘贴，删去多余的行；确是各自一笔的，不必改动",
      en: "if they were pasted twice, remove them; if each is a piece of business of its own, leave them",
    },
  },
  "facts/magnitude": {
    severity: "warning",
    zh: "“{header}”有 {count} 个数额比其他表的绝大多数大 100 倍以上，单位是否写错？",
    en: '{count} {count:amount|amounts} of "{header}" {count:is|are} over 100 times nearly all of the other sheets\': is the unit right?',
  },
  "facts/other-period": {
    severity: "warning",
    zh: "这里写的是“{named}”，本次评定的是 {period}，是不是拿错了文件？",
    en: 'this says "{named}", but the run grades {period}: is it the right file?',
  },
  "facts/outlying-amounts": {
    severity: "warning",
    zh: "“{header}”有 {count} 个数额比同一列的绝大多数大 100 倍以上，单位是否写错？",
    en: '{count} {count:amount|amounts} of "{header}" {count:is|are} over 100 times nearly all others of the column: is the unit right?',
  },
  "facts/blank-cells": {
    severity: "info",
    zh: "“{header}”有 {count} 个单元格空着，按未知处理",
    en: '{count} {count:cell|cells} of "{header}" {count:is|are} blank, so {count:its value is|their values are} unknown',
    hint: {
      zh: "有数据的补上；结论因此判断不了的人列为待核",
      en: "fill in what is known: whoever cannot be judged without it is in review",
    },
  },
  "facts/error-cell": {
    severity: "error",
    zh: "“{header}”是错误值 {raw}",
    en: '"{header}" is the error value {raw}',
  },
  "facts/no-result": {
    severity: "error",
    zh: "“{header}”是没有计算结果的公式 {raw}",
    en: '"{header}" is a formula without a stored result: {raw}',
    hint: { zh: "在 Excel 或 WPS 里打开并保存一次", en: "open the file in Excel or WPS and save it" },
  },
  "facts/not-a-number": {
    severity: "error",
    zh: "“{header}”的“{raw}”不是数字",
    en: '"{raw}" of "{header}" is not a number',
  },
  "facts/date-in-figures": {
    severity: "error",
    zh: "“{header}”的单元格是日期或时间 {raw}，不是数字",
    en: 'the cell of "{header}" is a date or a time, {raw}, not a figure',
    hint: {
      zh: "填上数字；若本来就是数字，把单元格设为数值格式",
      en: "enter the figure; if it is one, give the cell a number format",
    },
  },
  "facts/not-whole": {
    severity: "error",
    zh: "“{header}”的“{raw}”不是整数",
    en: '"{raw}" of "{header}" is not a whole number',
  },
  "facts/unit-mismatch": {
    severity: "error",
    zh: "“{header}”的“{raw}”单位不对，应为{wanted}",
    en: '"{raw}" of "{header}" has the wrong unit: it should be {wanted}',
  },
  "facts/header-unit": {
    severity: "error",
    zh: "“{header}”注明的单位是“{unit}”，规则要求{wanted}，整列不采用",
    en: '"{header}" is marked "{unit}", but the rulebook wants {wanted}: the column is not used',
    hint: { zh: "改正表头或表上的单位，或另列", en: "mend the unit in the header or the sheet" },
  },
  "facts/no-unit": {
    severity: "warning",
    zh: "“{header}”没有注明单位，按{unit}读取",
    en: '"{header}" does not say its unit: read in {unit}',
    hint: { zh: "在表头注明，如“{header}({unit})”", en: 'say it in the header: "{header}({unit})"' },
  },
  "facts/unit-beside": {
    severity: "warning",
    zh: "“{header}”没有注明单位，按{unit}读取，而 {cell} 的“{raw}”用的是{units}，请核对",
    en: '"{header}" does not say its unit and is read in {unit}, while "{raw}" in {cell} is in {units}: is that right?',
    hint: { zh: "在表头注明，如“{header}({unit})”", en: 'say it in the header: "{header}({unit})"' },
  },
  "facts/unit-unclear": {
    severity: "error",
    zh: "“{header}”没有注明单位，而 {cell} 写着“{raw}”，没法确定这一列是不是 {units}：{count} 个数按未知处理",
    en: '"{header}" does not say its unit, but {cell} says "{raw}": whether the column is in {units} cannot be told, and {count} {count:figure is|figures are} unknown',
    hint: {
      zh: "在这一列的表头注明单位，如“{header}({unit})”",
      en: 'say the unit in the header of the column: "{header}({unit})"',
    },
  },
  "facts/shortened-figures": {
    severity: "warning",
    zh: "“{header}”有 {count} 个数存成了科学计数法，可能只剩前几位是准的",
    en: '{count} {count:figure|figures} of "{header}" {count:is|are} in scientific notation: only the first digits may be right',
    hint: {
      zh: "在 Excel 里把这一列设为数值格式，再另存一次",
      en: "give the column a number format and save the file again",
    },
  },
  "facts/percent-undecided": {
    severity: "error",
    zh: "“{header}”的“{raw}”看不出是百分数还是小数",
    en: '"{raw}" of "{header}" may be per cent or a fraction',
    hint: { zh: "写上百分号，或在表头注明“(%)”", en: 'write the % sign, or "(%)" in the header' },
  },
  "facts/percent-assumed": {
    severity: "warning",
    zh: "“{header}”没有百分号，{count} 个大于 1 的数按百分数读取",
    en: '"{header}" has no % sign: {count} {count:figure|figures} above 1 {count:is|are} read as per cent',
    hint: { zh: "在表头注明“(%)”", en: 'write "(%)" in the header' },
  },
  "facts/percent-twice": {
    severity: "warning",
    zh: "“{header}”的表头和单元格格式都带百分号，{count} 个数按单元格显示的百分数读取",
    en: '"{header}" has % both in its header and in its cells\' format: {count} {count:figure is read as its cell shows it|figures are read as the cells show them}',
  },
  "facts/percent-mixed": {
    severity: "warning",
    zh: "“{header}”按百分数读取，{count} 个数却不大于 1，其余都在它们的 20 倍以上：是不是按小数填的？",
    en: '"{header}" is read as per cent, but {count} {count:figure is|figures are} at most 1, and all others over 20 times as large: {count:is it a fraction|are they fractions}?',
    hint: {
      zh: "按小数填的，改成百分数（0.98 改成 98）；确实这样小的，写上百分号",
      en: "make a fraction a percentage (98 for 0.98); where it is really so small, write the % sign",
    },
  },
  "facts/out-of-range": {
    severity: "error",
    zh: "“{header}”的“{raw}”超出范围，应{range}",
    en: '"{raw}" of "{header}" is out of range: it should be {range}',
  },
  "facts/override-incomplete": {
    severity: "error",
    zh: "{id} 的人工调整没有填“{header}”，没有采用",
    en: "the override of {id} has no {header}, so it is not applied",
    hint: { zh: "补全后再运行；此人先列为待核", en: "fill it in and run again; until then the person is in review" },
  },
  "facts/override-twice": {
    severity: "error",
    zh: "{id} 有两行人工调整，都没有采用",
    en: "{id} has two overrides, and neither is applied",
    hint: { zh: "只留一行；此人先列为待核", en: "leave one; until then the person is in review" },
  },
  "facts/override-date": {
    severity: "warning",
    zh: "{id} 的人工调整日期是 {date}，不像是对考核期 {period} 作的决定，照样采用",
    en: "the override of {id} is dated {date}, which is hardly that of a decision about {period}; it is applied all the same",
    hint: { zh: "核对日期，看年份是否写错", en: "check the date: is the year right?" },
  },
  "facts/unknown-word": {
    severity: "error",
    zh: "“{header}”的“{raw}”不认识{meant}",
    en: '"{raw}" of "{header}" is not a known value{meant}',
    hint: { zh: "可填：{words}", en: "one of: {words}" },
  },
  "facts/bad-date": {
    severity: "error",
    zh: "“{header}”的“{raw}”不是日期",
    en: '"{raw}" of "{header}" is not a date',
    hint: { zh: "写作 2026-09-30", en: "write it as 2026-09-30" },
  },
  "facts/no-such-day": {
    severity: "error",
    zh: "“{header}”的“{raw}”没有这一天",
    en: '"{raw}" of "{header}" is a day that does not exist',
  },
  "facts/date-serials": {
    severity: "warning",
    zh: "“{header}”有 {count} 个日期存成了数字，按表格软件的日期序号读取：{raw} 读作 {date}",
    en: '{count} {count:date|dates} of "{header}" {count:is stored as a bare number|are stored as bare numbers} and read as a spreadsheet counts days: {raw} as {date}',
    hint: { zh: "把这一列设为日期格式，再另存一次", en: "give the column a date format and save the file again" },
  },
  "facts/rounded-id": {
    severity: "error",
    zh: "“{header}”的“{raw}”是被表格软件舍入的长数字，原来的编号已经丢失",
    en: '"{raw}" of "{header}" is a long number that the spreadsheet has rounded: the id is lost',
    hint: { zh: "把这一列设为文本，重新填写", en: "format the column as text and enter the ids again" },
  },
  "facts/bad-id": {
    severity: "error",
    zh: "“{header}”的“{raw}”不是编号",
    en: '"{raw}" of "{header}" is not an id',
  },
  "facts/ids-of-several-widths": {
    severity: "warning",
    zh: "“{header}”的编号都存成了数字，长的有 {width} 位，{count} 个不足 {width} 位：前面的零可能丢了，按原样读取",
    en: 'the ids of "{header}" are stored as numbers of up to {width} digits, {count} shorter: they may have lost zeros in front, and are read as they are',
    hint: { zh: "请花名册一方把编号列设为文本再导出", en: "have the roster exported with its ids as text" },
  },
  "facts/padded-ids": {
    severity: "info",
    zh: "“{header}”有 {count} 个编号存成了数字，已在前面补零至 {width} 位",
    en: '{count} {count:id|ids} of "{header}" {count:is stored as a number and was|are stored as numbers and were} padded with zeros to {width} digits',
  },
  "facts/more-cells": {
    severity: "error",
    zh: "“{header}”另有 {count} 个单元格有同样的问题：{code}",
    en: 'another {count} {count:cell|cells} of "{header}" {count:has|have} the same problem: {code}',
  },
});

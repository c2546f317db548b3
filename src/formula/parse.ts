import type { Text } from "../text/text.ts";
import type { Comparator, Expression, NameRef, TextLiteral } from "./expression.ts";
import type { FormulaProblem, Span } from "./formula.ts";
import { lex } from "./lex.ts";
import { problemAt, SyntaxStop, stop } from "./problem.ts";
import { closeBracket, currencyNamed, expecting, unexpected } from "./syntax-errors.ts";
import type { Token } from "./token.ts";

/** Longer than any rule that a person can check, and short enough that its tree can be walked by recursion. */
const maxLength = 4000;
const maxDepth = 100;

export type Parsed = { readonly ast: Expression } | { readonly problem: FormulaProblem };

/** Reads a formula into its tree, or says what is wrong at the first place where something is. */
export function parse(text: string): Parsed {
  const span = { start: 0, end: text.length };
  if (text.trim() === "") return { problem: problemAt(span, "formula/empty", {}) };
  if (text.length > maxLength) {
    return { problem: problemAt(span, "formula/too-long", { length: text.length, limit: maxLength }) };
  }
  try {
    return { ast: new Parser(text, lex(text)).formula() };
  } catch (error) {
    if (error instanceof SyntaxStop) return { problem: error.problem };
    throw error;
  }
}

/**
 * or < and < not < comparison < + - < * / < unary minus < as, at. Comparisons do not associate: a chain is an error.
 */
class Parser {
  private index = 0;
  private depth = 0;

  constructor(
    private readonly text: string,
    private readonly tokens: readonly Token[],
  ) {}

  formula(): Expression {
    const expression = this.or();
    if (this.token.kind !== "end") this.unexpected(expecting.operator);
    return expression;
  }

  private get token(): Token {
    return this.tokens[this.index] as Token;
  }

  private is(text: string): boolean {
    return (this.token.kind === "sign" || this.token.kind === "keyword") && this.token.text === text;
  }

  private take(): Token {
    const token = this.token;
    if (token.kind !== "end") this.index++;
    return token;
  }

  private accept(text: string): boolean {
    if (!this.is(text)) return false;
    this.index++;
    return true;
  }

  /** From where the expression starts to the last token taken. */
  private since(start: number): Span {
    return { start, end: this.tokens[this.index - 1]?.span.end ?? start };
  }

  private unexpected(expected: Text): never {
    return unexpected(this.token, expected, this.tokens[this.index - 1]);
  }

  private or(): Expression {
    let left = this.and();
    while (this.accept("or"))
      left = { node: "logic", op: "or", left, right: this.and(), span: this.since(left.span.start) };
    return left;
  }

  private and(): Expression {
    let left = this.not();
    while (this.accept("and"))
      left = { node: "logic", op: "and", left, right: this.not(), span: this.since(left.span.start) };
    return left;
  }

  private not(): Expression {
    const { start } = this.token.span;
    if (!this.accept("not")) return this.comparison();
    const operand = this.nested(() => this.not());
    return { node: "not", operand, span: this.since(start) };
  }

  private comparison(): Expression {
    const left = this.sum();
    const compared = this.compared(left);
    if (compared !== left && (this.comparator() || this.is("in") || this.is("between"))) {
      const end = this.tokens.find((token) => token.span.start >= this.token.span.end)?.span.end ?? this.token.span.end;
      const span = { start: left.span.start, end };
      stop(span, "formula/chained-comparison", { text: this.text.slice(span.start, span.end) });
    }
    return compared;
  }

  private compared(left: Expression): Expression {
    const { start } = left.span;
    const op = this.comparator();
    if (op) {
      this.take();
      return { node: "compare", op, left, right: this.sum(), span: this.since(start) };
    }
    if (this.accept("between")) {
      const low = this.sum();
      if (!this.accept("and")) this.unexpected(expecting.and);
      return { node: "between", operand: left, low, high: this.sum(), span: this.since(start) };
    }
    if (this.accept("in")) return this.membership(left);
    // `x not in [a, b]` is read as `not x in [a, b]`.
    if (
      this.is("not") &&
      this.tokens[this.index + 1]?.text === "in" &&
      this.tokens[this.index + 1]?.kind === "keyword"
    ) {
      this.index += 2;
      const operand = this.membership(left);
      return { node: "not", operand, span: operand.span };
    }
    return left;
  }

  private comparator(): Comparator | undefined {
    const { kind, text } = this.token;
    if (kind !== "sign" || !["==", "!=", "<", "<=", ">", ">="].includes(text)) return undefined;
    return text as Comparator;
  }

  private membership(operand: Expression): Expression {
    const { start } = operand.span;
    if (this.token.kind === "name" && this.token.text === "period") {
      this.take();
      return { node: "in-period", operand, span: this.since(start) };
    }
    const bracket = this.token;
    if (!this.accept("[")) this.unexpected(expecting.list);
    return { node: "in", operand, items: this.list(bracket, "]"), span: this.since(start) };
  }

  /** What stands between the bracket, already taken, and its closing one. */
  private list(bracket: Token, closing: string): Expression[] {
    const items = this.nested(() => {
      const found = [this.or()];
      while (this.accept(",")) found.push(this.or());
      return found;
    });
    if (!this.accept(closing)) closeBracket(bracket, closing, this.token);
    return items;
  }

  private sum(): Expression {
    let left = this.product();
    while (this.is("+") || this.is("-")) {
      const op = this.take().text as "+" | "-";
      left = { node: "calculate", op, left, right: this.product(), span: this.since(left.span.start) };
    }
    return left;
  }

  private product(): Expression {
    let left = this.unary();
    while (this.is("*") || this.is("/")) {
      const op = this.take().text as "*" | "/";
      left = { node: "calculate", op, left, right: this.unary(), span: this.since(left.span.start) };
    }
    return left;
  }

  private unary(): Expression {
    const { start } = this.token.span;
    if (!this.accept("-")) return this.postfix();
    const operand = this.nested(() => this.unary());
    return { node: "negate", operand, span: this.since(start) };
  }

  private postfix(): Expression {
    let operand = this.primary();
    const { start } = operand.span;
    for (;;) {
      if (this.accept("as")) {
        const currency = currencyNamed(this.take());
        operand = { node: "as", operand, currency, span: this.since(start) };
      } else if (this.accept("at")) {
        const tier = this.tier();
        operand = { node: "at", operand, tier, span: this.since(start) };
      } else {
        return operand;
      }
    }
  }

  private tier(): NameRef | TextLiteral {
    const { kind, text, span } = this.token;
    if (kind !== "name" && kind !== "text") this.unexpected(expecting.tier);
    this.take();
    return kind === "name" ? { node: "name", name: text, span } : { node: "text", value: text, span };
  }

  private primary(): Expression {
    const token = this.token;
    if (this.accept("(")) {
      const inner = this.nested(() => this.or());
      if (!this.accept(")")) closeBracket(token, ")", this.token);
      // The brackets belong to its place in the text, though not to the tree.
      return { ...inner, span: this.since(token.span.start) };
    }
    switch (token.kind) {
      case "figure": {
        this.take();
        const { text, value, unit, span } = token;
        return { node: "figure", text, value, ...(unit ? { unit } : {}), span };
      }
      case "date":
        this.take();
        return { node: "date", value: token.text, span: token.span };
      case "text":
        this.take();
        return { node: "text", value: token.text, span: token.span };
      case "name":
        this.take();
        return this.is("(") ? this.call(token) : { node: "name", name: token.text, span: token.span };
      default:
        return this.unexpected(expecting.operand);
    }
  }

  private call(callee: Token): Expression {
    const bracket = this.take();
    const args = this.accept(")") ? [] : this.list(bracket, ")");
    return { node: "call", callee: callee.text, args, span: this.since(callee.span.start) };
  }

  /** Guards the stack against brackets without end. */
  private nested<T>(read: () => T): T {
    if (++this.depth > maxDepth) stop(this.token.span, "formula/too-deep", { limit: maxDepth });
    const inner = read();
    this.depth--;
    return inner;
  }
}

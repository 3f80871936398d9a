import ts from 'typescript';

/** An import as it stands in a file. */
export interface SourceImport {
  readonly specifier: string;
  readonly isTypeOnly: boolean;
}

/** A function with a body of its own lines. */
export interface SourceFunction {
  readonly name: string;
  readonly line: number;
  readonly lines: number;
}

/** One file, as far as the rules need it. */
export interface Source {
  /** Path from the project's root, with `/`. */
  readonly path: string;
  readonly text: string;
  readonly lines: number;
  readonly imports: readonly SourceImport[];
  readonly functions: readonly SourceFunction[];
  /** Exported functions, classes and constants without a doc comment; a type's name and fields may say enough. */
  readonly undocumentedExports: readonly string[];
}

/** Parses one TypeScript file. */
export function readSource(path: string, text: string): Source {
  const kind = path.endsWith('.tsx') ? ts.ScriptKind.TSX : ts.ScriptKind.TS;
  const file = ts.createSourceFile(path, text, ts.ScriptTarget.Latest, true, kind);
  const imports: SourceImport[] = [];
  const functions: SourceFunction[] = [];
  const visit = (node: ts.Node): void => {
    imports.push(...importOf(node));
    functions.push(...functionOf(node, file));
    ts.forEachChild(node, visit);
  };
  visit(file);
  return {
    path,
    text,
    lines: text.trimEnd().split('\n').length,
    imports,
    functions,
    undocumentedExports: file.statements.flatMap(undocumentedNames),
  };
}

function importOf(node: ts.Node): SourceImport[] {
  if (ts.isImportDeclaration(node) && ts.isStringLiteral(node.moduleSpecifier)) {
    return [{ specifier: node.moduleSpecifier.text, isTypeOnly: node.importClause?.isTypeOnly ?? false }];
  }
  if (ts.isExportDeclaration(node) && node.moduleSpecifier && ts.isStringLiteral(node.moduleSpecifier)) {
    return [{ specifier: node.moduleSpecifier.text, isTypeOnly: node.isTypeOnly }];
  }
  if (
    ts.isImportTypeNode(node) &&
    ts.isLiteralTypeNode(node.argument) &&
    ts.isStringLiteral(node.argument.literal)
  ) {
    return [{ specifier: node.argument.literal.text, isTypeOnly: true }];
  }
  if (ts.isCallExpression(node) && node.expression.kind === ts.SyntaxKind.ImportKeyword) {
    const [argument] = node.arguments;
    if (argument && ts.isStringLiteral(argument)) return [{ specifier: argument.text, isTypeOnly: false }];
  }
  return [];
}

function functionOf(node: ts.Node, file: ts.SourceFile): SourceFunction[] {
  if (!ts.isFunctionLike(node) || !('body' in node) || !node.body || !ts.isBlock(node.body)) return [];
  const first = file.getLineAndCharacterOfPosition(node.getStart(file)).line;
  const last = file.getLineAndCharacterOfPosition(node.getEnd()).line;
  const named = node.name ?? (ts.isVariableDeclaration(node.parent) ? node.parent.name : undefined);
  return [{ name: named?.getText(file) ?? 'a function', line: first + 1, lines: last - first + 1 }];
}

function isExported(node: ts.Statement): boolean {
  return (
    ts.canHaveModifiers(node) &&
    (ts.getModifiers(node) ?? []).some(({ kind }) => kind === ts.SyntaxKind.ExportKeyword)
  );
}

function undocumentedNames(node: ts.Statement): string[] {
  if (!isExported(node) || ts.isInterfaceDeclaration(node) || ts.isTypeAliasDeclaration(node)) return [];
  const hasSentence = ts
    .getJSDocCommentsAndTags(node)
    .some((doc) => ts.isJSDoc(doc) && ts.getTextOfJSDocComment(doc.comment));
  if (hasSentence) return [];
  if (ts.isVariableStatement(node))
    return node.declarationList.declarations.map(({ name }) => name.getText());
  const { name } = node as ts.DeclarationStatement;
  return [name?.getText() ?? 'an export'];
}
